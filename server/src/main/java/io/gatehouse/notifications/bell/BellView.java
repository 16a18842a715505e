package io.gatehouse.notifications.bell;

import io.gatehouse.notifications.Notification;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of somebody's bell.
 *
 * @param path of the thing's page below that of the organization
 * @param title what the thing is called now; empty when it is gone
 */
record BellView(
        UUID id, Notification.Kind kind, UUID subject, String path, String title, Instant createdAt, boolean read) {

    BellView titled(String now) {
        return new BellView(id, kind, subject, path, now, createdAt, read);
    }
}
