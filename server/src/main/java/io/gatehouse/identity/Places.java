package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds people by where they stand in an organization. Joins the caller's open transaction. */
public interface Places {

    /** The places of those of the people who may act there now: members who are not suspended, and engaged people. */
    Map<PersonId, Place> of(OrganizationScope scope, Collection<PersonId> people);

    /** Those who may act there now and fit, at most so many. */
    Set<PersonId> find(OrganizationScope scope, Sought sought, int limit);

    /** All teams of the organization, by name. */
    List<TeamRef> teams(OrganizationScope scope);

    /** Whom to look for. */
    sealed interface Sought {

        /** Who hold a permission for the whole organization, or for one of these teams; engaged people too. */
        record Holders(Permission permission, Set<TeamId> teams) implements Sought {}

        /** Members with a built-in role for the whole organization. */
        record Holding(Role role) implements Sought {}

        /** The people of a team and of all teams below it. */
        record Within(TeamId team) implements Sought {}

        /** Who lead one of these teams. */
        record Leading(Set<TeamId> teams) implements Sought {}

        /** Members who run the organization, whatever its kind. */
        record Administrators() implements Sought {}

        /** Members whose name or e-mail contains that, by name; all for an empty text. */
        record Named(String text) implements Sought {}
    }
}
