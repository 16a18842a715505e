package io.gatehouse.santa.votes;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.santa.ballot.Limits;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an organization votes on software.
 *
 * @param open whether people may vote
 * @param thresholds for BINARY, SIGNINGID and TEAMID; a whole team is never granted by votes
 * @param weights of roles, 0 to 10; the heaviest of a person's roles counts, and a role that is not named weighs 1
 * @param largestShare what people of one department may bring towards any threshold, 10 to 100 percent of it
 */
public record VotingSettings(
        boolean open, Map<RuleType, Thresholds> thresholds, Map<Role, Integer> weights, int largestShare) {

    /** What can be voted on, from the narrowest to the widest. */
    static final List<RuleType> TYPES = List.of(RuleType.BINARY, RuleType.SIGNINGID, RuleType.TEAMID);

    /** Of an organization that has set nothing. */
    static final VotingSettings DEFAULT = new VotingSettings(
            false,
            Map.of(
                    RuleType.BINARY,
                    new Thresholds(3, 10, 3),
                    RuleType.SIGNINGID,
                    new Thresholds(5, 15, 3),
                    RuleType.TEAMID,
                    new Thresholds(null, 25, 3)),
            Map.of(),
            50);

    private static final int HEAVIEST = 10;
    private static final int SMALLEST_SHARE = 10;
    private static final int WHOLE = 100;

    /** Checks the bounds. */
    public VotingSettings {
        thresholds = Map.copyOf(thresholds);
        weights = Map.copyOf(weights);
        if (!thresholds.keySet().equals(Set.copyOf(TYPES))) {
            throw ProblemException.invalid("thresholds", "must be given for BINARY, SIGNINGID and TEAMID");
        }
        Thresholds team = thresholds.get(RuleType.TEAMID);
        if (team == null || team.local() != null) {
            throw ProblemException.invalid(
                    "thresholds.TEAMID.local", "must be null: allowing a whole team always needs approvers");
        }
        weights.forEach((role, weight) -> {
            if (weight < 0 || weight > HEAVIEST) {
                throw ProblemException.invalid("weights." + role, "must be 0 to " + HEAVIEST + ", not " + weight);
            }
        });
        if (largestShare < SMALLEST_SHARE || largestShare > WHOLE) {
            throw ProblemException.invalid(
                    "largestShare", "must be " + SMALLEST_SHARE + " to " + WHOLE + ", not " + largestShare);
        }
    }

    Limits limits(RuleType type) {
        Thresholds own = thresholds.get(type);
        if (own == null) {
            throw new IllegalArgumentException(type + " is not voted on");
        }
        return new Limits(own.local(), own.proposal(), own.condemnation(), largestShare);
    }

    /** The heaviest of the roles; 1 where none is weighed. */
    int weight(Collection<Role> roles) {
        return roles.stream()
                .mapToInt(role -> weights.getOrDefault(role, 1))
                .max()
                .orElse(1);
    }
}
