package io.gatehouse.notifications.deliveries;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where messages go.
 *
 * @param types of messages that it wants
 * @param secret sealed
 * @param formerSecret sealed; signs beside the other until {@code formerSecretUntil}
 * @param failures one after another
 * @param restingUntil nothing is sent before
 */
record Destination(
        UUID id,
        String name,
        URI url,
        List<String> types,
        State state,
        byte[] secret,
        byte @Nullable [] formerSecret,
        @Nullable Instant formerSecretUntil,
        int failures,
        @Nullable Instant restingUntil,
        Instant createdAt) {

    /** Whether messages are sent there. */
    enum State {
        ENABLED,
        /** Messages wait. */
        DISABLED,
        REMOVED
    }

    @Override
    public String toString() {
        return "Destination[" + id + "]";
    }
}
