package io.gatehouse.santa.events.search;

import io.gatehouse.santa.DeviceRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something else that a Mac reported.
 *
 * @param claimedTime as the Mac told it, in seconds since 1970, when it cannot be true; else null
 */
record AuditView(
        UUID id,
        DeviceRef device,
        String kind,
        String decision,
        String identifier,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable String claimedTime) {}
