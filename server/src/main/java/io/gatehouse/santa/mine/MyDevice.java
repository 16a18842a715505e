package io.gatehouse.santa.mine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Mac of the asking person.
 *
 * @param id the device's; a claim's own id while it is only claimed
 * @param hostname the machine id as the person gave it while it is only claimed
 * @param modelIdentifier empty while it is only claimed
 */
record MyDevice(
        UUID id,
        String hostname,
        String modelIdentifier,
        @Nullable Instant lastSyncAt,
        @Nullable Instant nextExpectedAt,
        Ownership ownership) {}
