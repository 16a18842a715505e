package io.gatehouse.identity.oidc;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.kernel.PublicAddress;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Where providers send browsers back to: each to an address of its own, so that answers cannot be mixed up. */
@Component
final class Redirects {

    static final String PATH = "/api/sign-in/oidc/";

    private final PublicAddress address;

    Redirects(PublicAddress address) {
        this.address = address;
    }

    URI of(IdentityProvider provider) {
        return URI.create(address.of(PATH + provider.id()));
    }
}
