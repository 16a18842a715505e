package io.gatehouse.identity.saml;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider says of itself.
 *
 * @param signInAddress where people are sent to sign in
 * @param signingCertificates any of which may sign; several while it changes its key
 * @param wantsSignedRequests whether it refuses requests that are not signed
 * @param validUntil after which this must be read anew
 */
public record ProviderMetadata(
        String entityId,
        URI signInAddress,
        List<X509Certificate> signingCertificates,
        boolean wantsSignedRequests,
        @Nullable Instant validUntil) {

    /** Takes a copy. */
    public ProviderMetadata {
        signingCertificates = List.copyOf(signingCertificates);
    }

    /** When the first of its certificates ends; providers change them before that. */
    public Instant firstExpiry() {
        return signingCertificates.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
