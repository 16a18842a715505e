package io.gatehouse.identity.demands;

import io.gatehouse.identity.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an organization demands of a session in which somebody acts there; the installation's own limits hold as well.
 *
 * @param secondFactorForAll whether everybody needs a second factor
 * @param secondFactorRoles roles whose holders need one
 * @param idleMinutes after which an unused session no longer acts there; null: only the installation's limit
 * @param longestMinutes after which even a busy session no longer acts there; null: only the installation's limit
 */
public record SignInDemands(
        boolean secondFactorForAll,
        @NotNull Set<Role> secondFactorRoles,
        @Nullable @Min(5) @Max(1440) Integer idleMinutes,
        @Nullable @Min(15) @Max(10_080) Integer longestMinutes) {

    static final SignInDemands NONE = new SignInDemands(false, Set.of(), null, null);

    boolean needsSecondFactor(Collection<Role> roles) {
        return secondFactorForAll || !Collections.disjoint(secondFactorRoles, roles);
    }
}
