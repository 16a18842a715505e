package io.gatehouse.identity.signin;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the signed-in person is and may do.
 *
 * @param operator whether the person operates the installation
 * @param through the organization whose identity provider opened the session; null when the person signed in here
 * @param memberships by the organizations' names
 */
public record SessionView(
        PersonRef person, boolean operator, @Nullable OrganizationId through, List<MembershipView> memberships) {

    /**
     * The person's standing in one organization.
     *
     * @param teamPermissions what they may do for the people of some teams only
     * @param secondFactorMissing whether the organization demands a second factor first
     * @param providerRequired whether the organization lets people in through its own identity provider alone
     * @param otherSignInNeeded whether this session was opened for another organization and does nothing here
     */
    public record MembershipView(
            Organization organization,
            List<Role> roles,
            List<Permission> permissions,
            List<Permission> teamPermissions,
            boolean secondFactorMissing,
            boolean otherSignInNeeded,
            boolean providerRequired) {}
}
