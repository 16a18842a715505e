package io.gatehouse.identity.signin;

import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.Organization;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the signed-in person is and may do.
 *
 * @param operator whether the person operates the installation
 * @param through the organization whose identity provider opened the session; null when the person signed in here
 * @param memberships by the organizations' names; those of customers that the person is engaged for follow
 */
public record SessionView(
        PersonRef person, boolean operator, @Nullable OrganizationId through, List<MembershipView> memberships) {

    /**
     * The person's standing in one organization.
     *
     * @param teamPermissions what they may do for the people of some teams only
     * @param secondFactorMissing whether the organization, or the provider that engages there, demands a second factor first
     * @param otherSignInNeeded whether this session was opened for another organization and does nothing here
     * @param providerRequired whether the organization lets people in through its own identity provider alone
     * @param engagement through which the person acts there; null for a member who is not engaged
     */
    public record MembershipView(
            Organization organization,
            List<Role> roles,
            List<Permission> permissions,
            List<Permission> teamPermissions,
            boolean secondFactorMissing,
            boolean otherSignInNeeded,
            boolean providerRequired,
            @Nullable EngagementView engagement) {}

    /**
     * What a technician acts by.
     *
     * @param until null: until somebody ends it
     */
    public record EngagementView(
            OrganizationId provider,
            String providerName,
            EngagementLevel level,
            @Nullable Instant until) {}
}
