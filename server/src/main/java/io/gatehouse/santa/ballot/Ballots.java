package io.gatehouse.santa.ballot;

import io.gatehouse.kernel.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to a ballot. */
public final class Ballots {

    private Ballots() {}

    /** What the command leads to in this state. Changes nothing. */
    public static BallotAnswer decide(Ballot ballot, BallotCommand command) {
        return switch (command) {
            case BallotCommand.Cast cast -> cast(ballot, cast);
            case BallotCommand.Clear clear -> clear(ballot, clear);
            case BallotCommand.Condemn(var by) -> reviewed(ballot, by, new BallotEvent.Condemned());
            case BallotCommand.Reset(var by) ->
                ballot.votes().isEmpty()
                        ? refused(new BallotRefusal.NothingToReview())
                        : reviewed(ballot, by, new BallotEvent.Reset());
        };
    }

    private static BallotAnswer cast(Ballot ballot, BallotCommand.Cast cast) {
        BallotRefusal refusal = objection(ballot, cast);
        if (refusal != null) {
            return refused(refusal);
        }
        List<BallotEvent> events = new ArrayList<>();
        events.add(new BallotEvent.VoteCast(cast.vote()));
        if (cast.vote().side() == Side.DOWN && ballot.state() == Ballot.State.OPEN) {
            events.add(new BallotEvent.Frozen());
        }
        return settled(ballot, events, cast.electorate(), cast.limits());
    }

    private static @Nullable BallotRefusal objection(Ballot ballot, BallotCommand.Cast cast) {
        Vote vote = cast.vote();
        if (!cast.electorate().has(vote.person()) || vote.points() <= 0) {
            return new BallotRefusal.NotAVoter();
        }
        if (ballot.state() == Ballot.State.CONDEMNED) {
            return new BallotRefusal.IsCondemned();
        }
        Optional<Vote> earlier = ballot.of(vote.person());
        if (earlier.isPresent() && earlier.get().side() == vote.side()) {
            return new BallotRefusal.AlreadyVoted(vote.side());
        }
        return vote.side() == Side.UP ? objectionToUp(ballot) : objectionToDown(ballot, vote);
    }

    private static @Nullable BallotRefusal objectionToUp(Ballot ballot) {
        return ballot.state() == Ballot.State.SUSPECT ? new BallotRefusal.WaitsForReview() : null;
    }

    /** One who was answered would else freeze it again and again, by turning round each time. */
    private static @Nullable BallotRefusal objectionToDown(Ballot ballot, Vote vote) {
        if (vote.reason() == null) {
            return new BallotRefusal.ReasonMissing();
        }
        boolean answered = ballot.votes().stream()
                .anyMatch(earlier -> earlier.person().equals(vote.person())
                        && ballot.answered().contains(earlier.id()));
        return answered ? new BallotRefusal.Answered() : null;
    }

    private static BallotAnswer clear(Ballot ballot, BallotCommand.Clear clear) {
        if (ballot.state() == Ballot.State.OPEN) {
            return refused(new BallotRefusal.NothingToReview());
        }
        if (ballot.of(clear.by()).isPresent()) {
            return refused(new BallotRefusal.OwnVote());
        }
        List<BallotEvent> events = new ArrayList<>();
        events.add(new BallotEvent.Cleared(ballot.votes().stream()
                .filter(vote -> vote.side() == Side.DOWN)
                .map(Vote::id)
                .collect(Collectors.toSet())));
        return settled(ballot, events, clear.electorate(), clear.limits());
    }

    private static BallotAnswer reviewed(Ballot ballot, PersonId by, BallotEvent event) {
        if (ballot.of(by).isPresent()) {
            return refused(new BallotRefusal.OwnVote());
        }
        return event instanceof BallotEvent.Condemned && ballot.state() == Ballot.State.CONDEMNED
                ? refused(new BallotRefusal.IsCondemned())
                : new BallotAnswer.Accepted(List.of(event));
    }

    /** The events, and what the votes come to after them. */
    private static BallotAnswer settled(Ballot ballot, List<BallotEvent> events, Electorate electorate, Limits limits) {
        Ballot after = ballot.after(events);
        Count count = new Count(after, electorate, limits.largestShare());
        if (count.condemns(limits.condemnation())) {
            events.add(new BallotEvent.Condemned());
        } else if (after.state() == Ballot.State.OPEN) {
            Integer local = limits.local();
            if (!after.granting() && local != null && count.reaches(local)) {
                events.add(new BallotEvent.Granted());
            }
            if (!after.proposed() && count.reaches(limits.proposal())) {
                events.add(new BallotEvent.Proposed());
            }
        }
        return new BallotAnswer.Accepted(events);
    }

    private static BallotAnswer refused(BallotRefusal refusal) {
        return new BallotAnswer.Refused(refusal);
    }
}
