package io.gatehouse.identity.people;

import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom to tell of what concerns all of an organization. */
@Component
public final class Administrators {

    private static final int MOST_TOLD = 50;

    private final MembershipStore memberships;
    private final Organizations organizations;

    Administrators(MembershipStore memberships, Organizations organizations) {
        this.memberships = memberships;
        this.organizations = organizations;
    }

    /** Active members with the administrator's role, in the caller's open transaction. */
    public List<PersonId> of(OrganizationScope scope) {
        Role administrator = Role.administratorOf(organizations.of(scope).kind());
        return memberships.holders(scope.organization(), administrator, MOST_TOLD);
    }
}
