package io.gatehouse.identity.providers;

import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What having a value of a claim gives.
 *
 * @param claim name; null: everybody has it
 * @param value that the claim must have, exactly; null with the claim
 * @param role a built-in role
 * @param customRole or one of the organization's own
 * @param customRoleName as people call it
 * @param team to which the role is limited, or which the person joins
 * @param joinsTeam whether the person becomes a member of the team, and no role is given
 */
public record MappingRule(
        UUID id,
        @Nullable String claim,
        @Nullable String value,
        @Nullable Role role,
        @Nullable UUID customRole,
        @Nullable String customRoleName,
        @Nullable TeamRef team,
        boolean joinsTeam) {

    /** In one line, for the book. */
    public String words() {
        String who = claim == null ? "everybody" : claim + " = " + value;
        String what = role == null ? Objects.toString(customRoleName, "member") : role.name();
        return who + " -> " + what + (team == null ? "" : " in " + team.name());
    }

    /** Whether it holds for somebody with these claims. */
    public boolean holds(Map<String, List<String>> claims) {
        return claim == null || claims.getOrDefault(claim, List.of()).contains(value);
    }
}
