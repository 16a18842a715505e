package io.gatehouse.identity.saml;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What we say to a provider about the end of a session; always signed. */
public final class Logout {

    private Logout() {}

    /** Where the browser is sent to end the provider's session of the subject; empty when the provider takes no requests. */
    public static Optional<URI> request(
            ProviderMetadata provider,
            ServiceProvider self,
            SamlProof.Subject subject,
            ServiceProviderKey signer,
            Instant now) {
        return Optional.ofNullable(provider.logout()).map(logout -> {
            Element request = Message.begin("LogoutRequest", logout.requests(), self, now);
            addSubject(request, subject);
            return RedirectBinding.address(logout.requests(), "SAMLRequest", request, null, signer);
        });
    }

    /**
     * Where the browser is sent to tell the provider that its wish is done; empty when it takes no answers.
     *
     * @param relayState that came with the wish
     */
    public static Optional<URI> answer(
            ProviderMetadata provider,
            ServiceProvider self,
            String requestId,
            @Nullable String relayState,
            ServiceProviderKey signer,
            Instant now) {
        return Optional.ofNullable(provider.logout()).map(logout -> {
            Element answer = Message.begin("LogoutResponse", logout.answers(), self, now);
            answer.setAttribute("InResponseTo", requestId);
            Element status = Message.append(answer, Names.PROTOCOL, "samlp:Status");
            Message.append(status, Names.PROTOCOL, "samlp:StatusCode").setAttribute("Value", Names.SUCCESS);
            return RedirectBinding.address(logout.answers(), "SAMLResponse", answer, relayState, signer);
        });
    }

    private static void addSubject(Element request, SamlProof.Subject subject) {
        Element name = Message.append(request, Names.ASSERTION, "saml:NameID");
        name.setAttribute("Format", subject.format());
        if (subject.qualifier() != null) {
            name.setAttribute("NameQualifier", subject.qualifier());
        }
        name.setTextContent(subject.name());
        if (subject.session() != null) {
            Message.append(request, Names.PROTOCOL, "samlp:SessionIndex").setTextContent(subject.session());
        }
    }
}
