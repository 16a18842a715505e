package io.gatehouse.santa.ballot;

import io.gatehouse.kernel.PersonId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The votes on one way to name software.
 *
 * @param round from 1; a reset begins the next one, in which older votes count no more
 * @param granting whether enough were for it that whoever is for it may run it on their own Macs
 * @param proposed whether enough were for it that it was asked for everybody
 * @param votes of this round, oldest first
 * @param answered ids of those that said it looks bad, and that a review found to be wrong
 */
public record Ballot(
        UUID id, int round, State state, boolean granting, boolean proposed, List<Vote> votes, Set<UUID> answered) {

    /** Takes copies. */
    public Ballot {
        votes = List.copyOf(votes);
        answered = Set.copyOf(answered);
    }

    /** Where a ballot stands. */
    public enum State {
        /** Votes count. */
        OPEN,
        /** Somebody said that it looks bad: it stays as it is until a review. */
        SUSPECT,
        /** It was found bad. */
        CONDEMNED
    }

    /** Before anybody voted. */
    public static Ballot fresh(UUID id) {
        return new Ballot(id, 1, State.OPEN, false, false, List.of(), Set.of());
    }

    /** The latest vote of each person, in the order in which they first voted. */
    public List<Vote> current() {
        Map<PersonId, Vote> latest = new LinkedHashMap<>();
        votes.forEach(vote -> latest.put(vote.person(), vote));
        return List.copyOf(latest.values());
    }

    /** What the person says now. */
    public Optional<Vote> of(PersonId person) {
        return votes.stream().filter(vote -> vote.person().equals(person)).reduce((_, later) -> later);
    }

    /** Who may run it on their own Macs for their vote. */
    public Set<PersonId> holders(Electorate electorate) {
        return granting && state != State.CONDEMNED
                ? current().stream()
                        .filter(vote -> vote.side() == Side.UP && electorate.has(vote.person()))
                        .map(Vote::person)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** The ballot after all these events. */
    public Ballot after(List<BallotEvent> events) {
        Ballot next = this;
        for (BallotEvent event : events) {
            next = next.after(event);
        }
        return next;
    }

    private Ballot after(BallotEvent event) {
        return switch (event) {
            case BallotEvent.VoteCast(var vote) -> with(vote);
            case BallotEvent.Frozen _ -> turn(State.SUSPECT);
            case BallotEvent.Cleared(var found) -> turn(State.OPEN).answer(found);
            case BallotEvent.Condemned _ -> new Ballot(id, round, State.CONDEMNED, false, proposed, votes, answered);
            case BallotEvent.Granted _ -> new Ballot(id, round, state, true, proposed, votes, answered);
            case BallotEvent.Proposed _ -> new Ballot(id, round, state, granting, true, votes, answered);
            case BallotEvent.Reset _ -> new Ballot(id, round + 1, State.OPEN, false, false, List.of(), Set.of());
        };
    }

    private Ballot with(Vote vote) {
        List<Vote> all = new ArrayList<>(votes);
        all.add(vote);
        return new Ballot(id, round, state, granting, proposed, all, answered);
    }

    private Ballot turn(State next) {
        return new Ballot(id, round, next, granting, proposed, votes, answered);
    }

    private Ballot answer(Set<UUID> found) {
        Set<UUID> all = new HashSet<>(answered);
        all.addAll(found);
        return new Ballot(id, round, state, granting, proposed, votes, all);
    }
}
