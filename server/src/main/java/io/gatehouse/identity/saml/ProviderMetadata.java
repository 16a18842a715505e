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
 * @param logout where people are sent to sign out; null when it takes no such requests by redirect
 * @param signingCertificates any of which may sign; several while it changes its key
 * @param wantsSignedRequests whether it refuses requests that are not signed
 * @param validUntil after which this must be read anew
 */
public record ProviderMetadata(
        String entityId,
        URI signInAddress,
        @Nullable Logout logout,
        List<X509Certificate> signingCertificates,
        boolean wantsSignedRequests,
        @Nullable Instant validUntil) {

    /** Takes a copy. */
    public ProviderMetadata {
        signingCertificates = List.copyOf(signingCertificates);
    }

    /**
     * Its side of single logout.
     *
     * @param requests where requests go
     * @param answers where answers to its own requests go
     */
    public record Logout(URI requests, URI answers) {}

    /** When the last of its certificates ends: until then the provider has changed to one that is known. */
    public Instant lastExpiry() {
        return signingCertificates.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** When the first of its certificates ends; providers change them before that. */
    public Instant firstExpiry() {
        return signingCertificates.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
