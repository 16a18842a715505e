package io.gatehouse.identity.people;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds members by id, suspended ones included. */
@Component
public final class MemberNames {

    private final StandingStore store;
    private final MembershipStore memberships;

    MemberNames(StandingStore store, MembershipStore memberships) {
        this.store = store;
        this.memberships = memberships;
    }

    /** Built-in roles that the member has, or would have again when resumed; in the caller's open transaction. */
    public Set<Role> roles(OrganizationScope scope, PersonId person) {
        return store.find(scope, person).map(Standing::roles).map(Set::copyOf).orElse(Set.of());
    }

    /** What the member may do, or might again when resumed; in the caller's open transaction. */
    public Set<Permission> permissions(OrganizationScope scope, PersonId person) {
        EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
        memberships.grants(scope.organization(), person).forEach(grant -> all.addAll(grant.permissions()));
        return all;
    }

    /** Whether the member holds more than an identity provider's word gives; in the caller's open transaction. */
    public boolean holdsByHand(OrganizationScope scope, PersonId person) {
        return memberships.grants(scope.organization(), person).stream()
                .anyMatch(grant -> !(grant.source() instanceof Grant.Source.Mapped));
    }

    /**
     * The member, in the caller's open transaction.
     *
     * @throws io.gatehouse.kernel.ProblemException when the organization has no such member
     */
    public PersonRef required(OrganizationScope scope, PersonId person) {
        return store.find(scope, person)
                .map(Standing::ref)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such person in the organization"));
    }
}
