package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.saml.ServiceProvider;
import io.gatehouse.kernel.PublicAddress;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Who Gatehouse is towards a provider: another one towards each, so that no answer fits two of them. */
@Component
final class SamlAddresses {

    static final String PATH = "/api/sign-in/saml/";

    private final PublicAddress address;

    SamlAddresses(PublicAddress address) {
        this.address = address;
    }

    ServiceProvider self(IdentityProvider provider) {
        String base = address.of(PATH + provider.id());
        return new ServiceProvider(base + "/metadata", URI.create(base + "/answer"), URI.create(base + "/logout"));
    }
}
