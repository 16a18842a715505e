package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.Map;
import java.util.Set;

/**
 * The person or program that calls, in the organization of the path. An endpoint may take it, or only its scope, as an
 * argument.
 *
 * @param permissions all that the caller may do in the whole organization
 * @param inTeams what a person may do for the people of some teams, and of the teams below them, only
 * @param secondFactor whether a person proved more than a password when they signed in
 */
public record Caller(
        OrganizationScope scope,
        Set<Permission> permissions,
        Map<Permission, Set<TeamId>> inTeams,
        boolean secondFactor) {

    /** Whether the caller may do that in the whole organization. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The teams for which alone the caller may do that; empty as well when no team limits them. */
    public Set<TeamId> teams(Permission permission) {
        return may(permission) ? Set.of() : inTeams.getOrDefault(permission, Set.of());
    }

    /** Whether the caller is that very person. */
    public boolean is(PersonId person) {
        return scope.actor().is(person);
    }

    /**
     * The person who calls, for what only people can do.
     *
     * @throws io.gatehouse.kernel.ProblemException when a program calls
     */
    public PersonId person() {
        return scope.actor().asPerson().orElseThrow(ProgramProblem::forPeopleOnly);
    }
}
