package io.gatehouse.approvals.policy;

import io.gatehouse.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How somebody gets at once what is decided later.
 *
 * @param roles who may; at least one
 * @param review who looks at it afterwards, with {@link Path#separation()} as ever
 * @param deadline business time until which they must have ratified it, 1 hour to 30 days; silence repudiates it
 */
public record Emergency(Set<Role> roles, Requirement review, Duration deadline) {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** Checks the bounds. */
    public Emergency {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw Check.invalid("emergency.roles must name a role");
        }
        if (review instanceof Requirement.Votes) {
            throw Check.invalid("emergency.review must be of people, not VOTES");
        }
        Check.within("emergency.deadline", deadline, SHORTEST, LONGEST);
    }

    /** The one stage of a request that took this way. */
    public StagePlan stage() {
        return new StagePlan(
                "review",
                "Review",
                Set.of(),
                null,
                review,
                Veto.ENDS,
                Set.of(),
                List.of(new Escalation(deadline, new Step.Expire())));
    }
}
