package io.gatehouse.identity.demands;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.OrganizationId;

/**
 * Where a session may be used at all. Who controls an organization's identity provider can sign in as any of its people,
 * so what it opens is that organization, the customers that it engages them for, and nothing that they belong to beside it.
 */
final class SessionReach {

    private SessionReach() {}

    static boolean reaches(SignedIn session, Membership membership) {
        return session.through()
                .map(through -> through.equals(membership.organization()) || engages(through, membership))
                .orElse(true);
    }

    private static boolean engages(OrganizationId provider, Membership membership) {
        return membership
                .engagement()
                .map(Grant.Source.Engagement::provider)
                .filter(provider::equals)
                .isPresent();
    }
}
