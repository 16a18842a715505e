package io.gatehouse.santa.software;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as lists show it. Counts end at 10,000: beyond it nobody needs the exact number.
 *
 * @param devices on which it was seen
 * @param blocks how many of its newest 10,000 executions were stopped
 * @param executions stopped ones included
 */
public record SoftwareView(
        String sha256,
        String fileName,
        @Nullable String signingId,
        @Nullable String teamId,
        @Nullable Signer signer,
        Instant firstSeenAt,
        Instant lastSeenAt,
        long devices,
        long blocks,
        long executions) {

    /** Who signed a file: names of the leaf certificate. */
    public record Signer(String commonName, String organization) {}
}
