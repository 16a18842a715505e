package io.gatehouse.identity.saml;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The question who somebody is.
 *
 * @param id which the answer has to name
 * @param address where the browser is sent with it
 */
public record AuthnRequest(String id, URI address) {

    /**
     * Asks that provider.
     *
     * @param relayState comes back unchanged beside the answer
     * @param fresh whether they have to show who they are anew
     * @param signer null when the provider does not ask for signed requests
     */
    public static AuthnRequest to(
            ProviderMetadata provider,
            ServiceProvider self,
            String relayState,
            boolean fresh,
            @Nullable ServiceProviderKey signer,
            Instant now) {
        URI endpoint = provider.signInAddress();
        Element request = Message.begin("AuthnRequest", endpoint, self, now);
        request.setAttribute(
                "AssertionConsumerServiceURL", self.assertionConsumer().toString());
        request.setAttribute("ProtocolBinding", Names.POST);
        if (fresh) {
            request.setAttribute("ForceAuthn", "true");
        }
        Message.append(request, Names.PROTOCOL, "samlp:NameIDPolicy").setAttribute("AllowCreate", "true");
        return new AuthnRequest(
                request.getAttribute("ID"),
                RedirectBinding.address(endpoint, "SAMLRequest", request, relayState, signer));
    }
}
