package io.gatehouse.notifications.deliveries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A destination and how it stands with it.
 *
 * @param formerSecretUntil until when messages are signed by the former secret too; null when there is none
 * @param failures one after another until now
 * @param restingUntil nothing is sent before, because of failures or because it asked so; null when it does not rest
 * @param waiting deliveries on their way
 * @param dead deliveries that were given up
 */
record DestinationView(
        UUID id,
        String name,
        String url,
        List<String> types,
        Destination.State state,
        @Nullable Instant formerSecretUntil,
        int failures,
        @Nullable Instant restingUntil,
        int waiting,
        int dead,
        Instant createdAt) {

    /** A secret that is shown this once. */
    record ShownSecret(UUID id, String secret) {}

    static DestinationView of(DestinationStore.Standing standing, Instant now) {
        Destination destination = standing.destination();
        return new DestinationView(
                destination.id(),
                destination.name(),
                destination.url().toString(),
                destination.types(),
                destination.state(),
                later(destination.formerSecretUntil(), now),
                destination.failures(),
                later(destination.restingUntil(), now),
                standing.waiting(),
                standing.dead(),
                destination.createdAt());
    }

    private static @Nullable Instant later(@Nullable Instant time, Instant now) {
        return time != null && time.isAfter(now) ? time : null;
    }
}
