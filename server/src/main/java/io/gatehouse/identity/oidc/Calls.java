package io.gatehouse.identity.oidc;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.kernel.OutgoingHttp;
import org.springframework.stereotype.Component;

/** Lets the library of OpenID Connect call providers through the one door that leads out. */
@Component
final class Calls {

    private final OutgoingHttp http;

    Calls(OutgoingHttp http) {
        this.http = http;
    }

    /** Calls to a provider, at the expense of its organization. */
    CallsOfOne of(IdentityProvider provider) {
        return new CallsOfOne(http, provider.organization());
    }
}
