package io.gatehouse.notifications.deliveries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to a destination, and what became of it.
 *
 * @param subject id of what the message is about
 * @param path of the page of that, below the organization's
 * @param attempts since it was put in, or in again
 * @param status of the last answer; null when there was none
 * @param problem what the last attempt ended in, if it failed
 * @param dueAt when it is tried next, while it waits
 */
record Delivery(
        UUID id,
        UUID destinationId,
        String destinationName,
        String type,
        UUID subject,
        String path,
        State state,
        int attempts,
        @Nullable Integer status,
        @Nullable String problem,
        @Nullable Instant dueAt,
        Instant createdAt,
        Instant changedAt) {

    /** What became of it. */
    enum State {
        WAITING,
        DELIVERED,
        /** Given up: an administrator can have it tried again. */
        DEAD
    }

    /**
     * Each time it was sent.
     *
     * @param milliseconds until the answer was there, or it was clear that there is none
     */
    record Attempt(
            Instant at, @Nullable Integer status, @Nullable String problem, int milliseconds) {}

    /** One with each time that it was sent, newest first. */
    record Fate(Delivery delivery, List<Attempt> attempts) {}

    /** One that is to be sent now. */
    record Taken(UUID id, int attempts, Message message) {}
}
