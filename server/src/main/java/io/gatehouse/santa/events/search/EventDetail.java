package io.gatehouse.santa.events.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.santa.RuleRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one event.
 *
 * @param claimedTime as the Mac told it, in seconds since 1970, when it cannot be true; else null
 * @param rule the rule that would decide now, null when none would or the device is gone
 * @param why one sentence on what would decide now, null when the device is gone
 * @param request the latest request for this file, null when there is none
 */
record EventDetail(
        @JsonUnwrapped EventView event,
        List<String> loggedInUsers,
        List<String> currentSessions,
        List<Told.Certificate> signingChain,
        List<Told.Entitlement> entitlements,
        boolean entitlementsFiltered,
        @Nullable Long csFlags,
        @Nullable String signingStatus,
        @Nullable Instant signingTime,
        @Nullable Instant secureSigningTime,
        @Nullable Quarantine quarantine,
        boolean staticRule,
        @Nullable BundleDetail bundleDetail,
        @Nullable String claimedTime,
        @Nullable RuleRef rule,
        @Nullable String why,
        SoftwareRef software,
        @Nullable RequestRef request) {

    /** Where a file was loaded from, as macOS remembers it. */
    record Quarantine(
            @Nullable String dataUrl,
            @Nullable String refererUrl,
            @Nullable Instant timestamp,
            @Nullable String agentBundleId) {}

    /** What the event told of the file's bundle. */
    record BundleDetail(
            @Nullable String hash,
            @Nullable String identifier,
            @Nullable String name,
            @Nullable String version,
            @Nullable String versionString,
            @Nullable String path,
            @Nullable String executablePath,
            @Nullable Long hashMillis,
            @Nullable Long binaryCount) {}

    /** A file as other things name it. */
    record SoftwareRef(String sha256, String fileName) {}

    /** A request as other things name it. */
    record RequestRef(UUID id, RequestState state) {}
}
