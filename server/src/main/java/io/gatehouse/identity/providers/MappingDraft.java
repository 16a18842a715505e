package io.gatehouse.identity.providers;

import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamId;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What having a value of a claim shall give.
 *
 * @param claim name; absent with value: everybody
 * @param role a built-in role, or
 * @param customRole one of the organization's own, or
 * @param joinsTeam membership of the team
 * @param team to which the role is limited, or which the person joins
 */
record MappingDraft(
        @Nullable @Size(min = 1, max = 200) String claim,
        @Nullable @Size(min = 1, max = 500) String value,
        @Nullable Role role,
        @Nullable UUID customRole,
        @Nullable TeamId team,
        boolean joinsTeam) {}
