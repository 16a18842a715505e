package io.gatehouse.identity.people;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import java.util.Set;

/** An active member of an organization and the roles that they hold there. */
public record Membership(OrganizationId organization, PersonRef person, Set<Role> roles) {

    /** The person acting in that organization. */
    public OrganizationScope scope() {
        return new OrganizationScope(organization, Actor.person(person.id(), person.displayName()));
    }

    /** All that the roles allow. */
    public Set<Permission> permissions() {
        return Role.permissions(roles);
    }
}
