package io.gatehouse.identity.demands;

import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.session.SignedIn;

/**
 * Where a session may be used at all. Who controls an organization's identity provider can sign in as any of its people,
 * so what it opens is that organization and nothing that the people belong to beside it.
 */
final class SessionReach {

    private SessionReach() {}

    static boolean reaches(SignedIn session, Membership membership) {
        return session.through().map(membership.organization()::equals).orElse(true);
    }
}
