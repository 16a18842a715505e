package io.gatehouse.santa.votes;

import io.gatehouse.approvals.Poll;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.santa.ballot.Ballot;
import io.gatehouse.santa.ballot.Side;
import io.gatehouse.santa.ballot.Vote;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.requests.SoftwarePolls;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells requests what the ballots on their software come to. Doubt comes first: suspicion outweighs any agreement. */
@Component
final class BallotPolls implements SoftwarePolls {

    private final BallotStore ballots;

    BallotPolls(BallotStore ballots) {
        this.ballots = ballots;
    }

    @Override
    public Poll poll(OrganizationScope scope, Collection<RuleKey> keys) {
        List<StoredBallot> found = keys.isEmpty() ? List.of() : ballots.of(scope, keys);
        if (found.stream().anyMatch(BallotPolls::isFoundBad)) {
            return new Poll(Poll.Result.REFUSED, Map.of());
        }
        if (found.stream().anyMatch(each -> each.ballot().state() != Ballot.State.OPEN)) {
            return new Poll(Poll.Result.FROZEN, Map.of());
        }
        return found.stream()
                .map(StoredBallot::ballot)
                .filter(Ballot::proposed)
                .findFirst()
                .map(ballot -> new Poll(Poll.Result.AGREED, voters(ballot)))
                .orElse(Poll.NONE);
    }

    /** What was said of all that a team makes ends no request for one program of it by itself. */
    private static boolean isFoundBad(StoredBallot stored) {
        return stored.ballot().state() == Ballot.State.CONDEMNED && stored.key().type() != RuleType.TEAMID;
    }

    private static Map<PersonId, Integer> voters(Ballot ballot) {
        return ballot.current().stream()
                .filter(vote -> vote.side() == Side.UP)
                .collect(Collectors.toMap(Vote::person, Vote::points));
    }
}
