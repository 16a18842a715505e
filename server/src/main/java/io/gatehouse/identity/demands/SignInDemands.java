package io.gatehouse.identity.demands;

import io.gatehouse.identity.Role;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.kernel.Permission;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an organization demands of a session in which somebody acts there; the installation's own limits hold as well.
 *
 * @param secondFactorForAll whether everybody needs a second factor
 * @param secondFactorRoles roles whose holders need one, whether for the whole organization or for a team
 * @param idleMinutes after which an unused session no longer acts there; null: only the installation's limit
 * @param longestMinutes after which even a busy session no longer acts there; null: only the installation's limit
 */
public record SignInDemands(
        boolean secondFactorForAll,
        @NotNull Set<Role> secondFactorRoles,
        @Nullable @Min(5) @Max(1440) Integer idleMinutes,
        @Nullable @Min(15) @Max(10_080) Integer longestMinutes) {

    static final SignInDemands NONE = new SignInDemands(false, Set.of(), null, null);

    /** A role of the organization's own that looks after people counts as any demanded role that does. */
    boolean needsSecondFactor(Membership membership) {
        return secondFactorForAll
                || secondFactorRoles.stream().anyMatch(membership::holds)
                || (RoleRules.giveAdministration(secondFactorRoles)
                        && membership.allPermissions().contains(Permission.PEOPLE_MANAGE));
    }
}
