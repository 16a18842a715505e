package io.gatehouse.identity.signin;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import java.util.List;

/**
 * What the signed-in person is and may do.
 *
 * @param operator whether the person operates the installation
 * @param memberships by the organizations' names
 */
public record SessionView(PersonRef person, boolean operator, List<MembershipView> memberships) {

    /**
     * The person's standing in one organization.
     *
     * @param teamPermissions what they may do for the people of some teams only
     * @param secondFactorMissing whether the organization demands a second factor first
     * @param otherSignInNeeded whether this session was opened for another organization and does nothing here
     */
    public record MembershipView(
            Organization organization,
            List<Role> roles,
            List<Permission> permissions,
            List<Permission> teamPermissions,
            boolean secondFactorMissing,
            boolean otherSignInNeeded) {}
}
