package io.gatehouse.identity.saml;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The question who somebody is.
 *
 * @param id which the answer has to name
 * @param address where the browser is sent with it
 */
public record AuthnRequest(String id, URI address) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 20;

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
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        // Not every random value may begin an XML name.
        String id = "_" + HexFormat.of().formatHex(random);
        URI endpoint = provider.signInAddress();
        Element request = request(id, endpoint, self, fresh, now);
        return new AuthnRequest(id, RedirectBinding.address(endpoint, "SAMLRequest", request, relayState, signer));
    }

    private static Element request(String id, URI endpoint, ServiceProvider self, boolean fresh, Instant now) {
        Document document = Xml.empty();
        Element request = document.createElementNS(Names.PROTOCOL, "samlp:AuthnRequest");
        document.appendChild(request);
        request.setAttribute("ID", id);
        request.setAttribute("Version", Names.VERSION);
        request.setAttribute("IssueInstant", now.truncatedTo(ChronoUnit.SECONDS).toString());
        request.setAttribute("Destination", endpoint.toString());
        request.setAttribute(
                "AssertionConsumerServiceURL", self.assertionConsumer().toString());
        request.setAttribute("ProtocolBinding", Names.POST);
        if (fresh) {
            request.setAttribute("ForceAuthn", "true");
        }
        Element issuer = document.createElementNS(Names.ASSERTION, "saml:Issuer");
        issuer.setTextContent(self.entityId());
        request.appendChild(issuer);
        Element policy = document.createElementNS(Names.PROTOCOL, "samlp:NameIDPolicy");
        policy.setAttribute("AllowCreate", "true");
        request.appendChild(policy);
        return request;
    }
}
