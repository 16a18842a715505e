package io.gatehouse.identity.people;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom to tell of what concerns all of an organization. */
@Component
public final class Administrators {

    private static final int MOST_TOLD = 50;
    private static final int MOST_ASKED = 500;

    private final MembershipStore memberships;
    private final WholeAdministration administration;

    Administrators(MembershipStore memberships, WholeAdministration administration) {
        this.memberships = memberships;
        this.administration = administration;
    }

    /** Active members who hold the whole administration, by whatever roles, in the caller's open transaction. */
    public List<PersonId> of(OrganizationScope scope) {
        // Nobody holds all of it without this one, which few hold.
        List<PersonId> possible = memberships.holders(scope.organization(), Permission.ORGANIZATION_MANAGE, MOST_ASKED);
        return memberships.activeAmong(scope.organization(), possible).stream()
                .filter(administration::isHeldBy)
                .map(Membership::person)
                .map(PersonRef::id)
                .limit(MOST_TOLD)
                .toList();
    }

    /** Whether the member is one of them now. */
    public boolean include(Membership member) {
        return administration.isHeldBy(member);
    }
}
