package io.gatehouse.identity;

import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where somebody stands in an organization at this moment: from it follows for whom they may decide.
 *
 * @param member false for who is only engaged by the organization's provider
 * @param roles built-in ones, for the whole organization
 * @param permissions for the whole organization
 * @param permissionsInTeams for the people of these teams, and of those below them, only
 * @param teams to which they belong themselves
 * @param teamsAbove those, and all above them
 * @param leads teams that they lead themselves
 * @param department as the identity provider or an administrator named it; empty when nobody did
 * @param line their manager, the manager's manager and so on, nearest first, at most 20
 */
public record Place(
        PersonRef person,
        boolean member,
        Set<Role> roles,
        Set<Permission> permissions,
        Map<Permission, Set<TeamId>> permissionsInTeams,
        Set<TeamId> teams,
        Set<TeamId> teamsAbove,
        Set<TeamId> leads,
        String department,
        List<PersonId> line) {

    /** Takes copies. */
    public Place {
        teams = Set.copyOf(teams);
        teamsAbove = Set.copyOf(teamsAbove);
        leads = Set.copyOf(leads);
        line = List.copyOf(line);
    }

    /** Whether they run the organization themselves, and not for its provider. */
    public boolean administers() {
        return member && roles.stream().anyMatch(Role::administers);
    }
}
