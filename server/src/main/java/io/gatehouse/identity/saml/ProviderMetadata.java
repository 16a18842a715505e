package io.gatehouse.identity.saml;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider says of itself.
 *
 * @param signingCertificates any of which may sign; several while it changes its key
 * @param wantsSignedRequests whether it refuses requests that are not signed
 * @param validUntil after which this must be read anew
 */
public record ProviderMetadata(
        String entityId,
        Map<Binding, URI> singleSignOn,
        Map<Binding, URI> singleLogout,
        List<X509Certificate> signingCertificates,
        boolean wantsSignedRequests,
        @Nullable Instant validUntil) {

    /** Takes copies. */
    public ProviderMetadata {
        singleSignOn = Map.copyOf(singleSignOn);
        singleLogout = Map.copyOf(singleLogout);
        signingCertificates = List.copyOf(signingCertificates);
    }

    /** Where people are sent to sign in; reading metadata makes sure that there is one. */
    public URI signInAddress() {
        return Optional.ofNullable(singleSignOn.get(Binding.REDIRECT)).orElseThrow();
    }

    /** Where people are sent to sign out there, too. */
    public Optional<URI> logoutAddress() {
        return Optional.ofNullable(singleLogout.get(Binding.REDIRECT));
    }

    /** When the first of its certificates ends; providers change them before that. */
    public Instant firstExpiry() {
        return signingCertificates.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
