package io.gatehouse.notifications.deliveries;

import java.time.Instant;
import java.util.UUID;

/**
 * What a destination is told, the same at each attempt.
 *
 * @param type as in {@link io.gatehouse.notifications.Announcement.Type#code}, or {@link #TEST}
 */
record Message(UUID id, String type, UUID subject, String path, Instant createdAt) {

    /** Asked for by somebody who sets a destination up. */
    static final String TEST = "webhook.test";

    /** By which whoever gets it twice knows it again. */
    String name() {
        return "msg_" + id;
    }
}
