package io.gatehouse.santa.events.search;

import io.gatehouse.santa.DeviceRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as lists show it.
 *
 * @param decision the protocol's name, or the text that the Mac sent
 * @param filePath the directory
 */
public record EventView(
        UUID id,
        Instant occurredAt,
        Instant receivedAt,
        DeviceRef device,
        String decision,
        boolean blocked,
        String fileName,
        String filePath,
        String sha256,
        @Nullable String cdhash,
        @Nullable String signingId,
        @Nullable String teamId,
        @Nullable Signer signer,
        @Nullable String executingUser,
        @Nullable String parentName,
        int pid,
        int ppid,
        @Nullable BundleRef bundle) {

    /** Who signed a file: names of the leaf certificate. */
    public record Signer(String commonName, String organization) {}

    /** The bundle that a file belongs to. */
    public record BundleRef(
            @Nullable String hash,
            @Nullable String name,
            @Nullable String version,
            @Nullable String identifier) {}
}
