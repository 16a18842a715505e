package io.gatehouse.santa.votes;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.santa.ballot.Ballot;
import io.gatehouse.santa.ballot.Count;
import io.gatehouse.santa.ballot.Electorate;
import io.gatehouse.santa.ballot.Limits;
import io.gatehouse.santa.ballot.Vote;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows ballots. */
@Component
final class BallotViews {

    private static final int HUNDREDTHS = 100;

    private final Voters voters;
    private final People people;

    BallotViews(Voters voters, People people) {
        this.voters = voters;
        this.people = people;
    }

    List<BallotView> of(Caller caller, Collection<StoredBallot> ballots, VotingSettings settings) {
        OrganizationScope scope = caller.scope();
        Set<PersonId> all = ballots.stream()
                .flatMap(stored -> stored.ballot().votes().stream())
                .map(Vote::person)
                .collect(Collectors.toSet());
        Electorate electorate = voters.of(scope, all);
        Map<PersonId, PersonRef> known =
                caller.may(Permission.REQUEST_DECIDE) && !all.isEmpty() ? people.refs(scope, all) : Map.of();
        return ballots.stream()
                .map(stored -> view(caller, stored, settings, electorate, known))
                .toList();
    }

    private static BallotView view(
            Caller caller,
            StoredBallot stored,
            VotingSettings settings,
            Electorate electorate,
            Map<PersonId, PersonRef> known) {
        Ballot ballot = stored.ballot();
        Count count = new Count(ballot, electorate, settings.largestShare());
        return new BallotView(
                ballot.id(),
                stored.key().type(),
                stored.key().identifier(),
                stored.sha256(),
                stored.title(),
                ballot.state(),
                ballot.round(),
                ballot.granting(),
                ballot.proposed(),
                tally(count, settings.limits(stored.key().type())),
                caller.scope()
                        .actor()
                        .asPerson()
                        .flatMap(ballot::of)
                        .map(Vote::side)
                        .orElse(null),
                count.down().stream()
                        .map(vote -> new BallotView.Flag(orEmpty(vote.reason()), vote.at()))
                        .toList(),
                ballot.current().stream()
                        .filter(vote -> known.containsKey(vote.person()))
                        .map(vote -> shown(vote, known, count))
                        .toList(),
                stored.changedAt());
    }

    private static BallotView.Tally tally(Count count, Limits limits) {
        Integer local = limits.local();
        return new BallotView.Tally(
                count.up().size(),
                count.down().size(),
                local == null ? null : count.towards(local),
                local == null ? null : local * HUNDREDTHS,
                count.towards(limits.proposal()),
                limits.proposal() * HUNDREDTHS,
                count.against(limits.condemnation()),
                limits.condemnation() * HUNDREDTHS);
    }

    private static BallotView.VoteShown shown(Vote vote, Map<PersonId, PersonRef> known, Count count) {
        return new BallotView.VoteShown(
                known.getOrDefault(vote.person(), new PersonRef(vote.person(), "", "")),
                vote.side(),
                vote.points(),
                vote.reason(),
                vote.at(),
                count.up().contains(vote) || count.down().contains(vote));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
