package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Stub. */
public interface Places {
    Map<PersonId, Place> of(OrganizationScope scope, Collection<PersonId> people);

    Set<PersonId> find(OrganizationScope scope, Sought sought, int limit);

    /** Stub. */
    sealed interface Sought {
        record Holders(Permission permission, Set<TeamId> teams) implements Sought {}

        record Holding(Role role) implements Sought {}

        record Within(TeamId team) implements Sought {}

        record Leading(Set<TeamId> teams) implements Sought {}

        record Administrators() implements Sought {}
    }
}
