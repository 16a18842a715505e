package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.Map;
import java.util.Set;

/**
 * The signed-in person in the organization of the path. An endpoint may take it, or only its scope, as an argument.
 *
 * @param permissions all that the person may do in the whole organization
 * @param inTeams what the person may do for the people of some teams, and of the teams below them, only
 */
public record Caller(
        OrganizationScope scope, PersonId person, Set<Permission> permissions, Map<Permission, Set<TeamId>> inTeams) {

    /** Whether the person may do that in the whole organization. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The teams for which alone the person may do that; empty as well when no team limits them. */
    public Set<TeamId> teams(Permission permission) {
        return may(permission) ? Set.of() : inTeams.getOrDefault(permission, Set.of());
    }
}
