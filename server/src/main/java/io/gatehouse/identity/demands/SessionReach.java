package io.gatehouse.identity.demands;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a session may be used at all. Who controls an organization's identity provider can sign in as any of its people,
 * so what it opens is that organization, the customers that it engages them for, and nothing that they belong to beside it;
 * and that only while the organization believes the provider.
 */
@Component
final class SessionReach {

    private final Providers providers;

    SessionReach(Providers providers) {
        this.providers = providers;
    }

    static boolean reaches(SignedIn session, Membership membership) {
        return session.through()
                .map(through -> through.equals(membership.organization()) || engages(through, membership))
                .orElse(true);
    }

    /** Whether the session is good anywhere: the provider that vouched for it may speak for its person no more. */
    boolean counts(SignedIn session) {
        return session.through()
                .map(through -> believes(through, session.proven().provider(), session.person()))
                .orElse(true);
    }

    /** Whether the organization still lets that provider speak for the person. */
    boolean believes(OrganizationId organization, @Nullable UUID provider, PersonId person) {
        return provider != null && providers.speaksFor(organization, provider, person);
    }

    private static boolean engages(OrganizationId provider, Membership membership) {
        return membership
                .engagement()
                .map(Grant.Source.Engagement::provider)
                .filter(provider::equals)
                .isPresent();
    }
}
