package io.gatehouse.identity;

import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stub. */
public record Place(
        PersonRef person,
        boolean member,
        Set<Role> roles,
        Set<Permission> permissions,
        Map<Permission, Set<TeamId>> permissionsInTeams,
        Set<TeamId> teams,
        Set<TeamId> teamsAbove,
        Set<TeamId> leads,
        List<PersonId> line) {

    /** Whether they administer the organization itself, and not for its provider. */
    public boolean administers() {
        return member && roles.stream().anyMatch(Role::administers);
    }
}
