package io.gatehouse.notifications.slack;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message about a thing.
 *
 * @param channelId where it is, as Slack calls it; null until it is there
 * @param message by which Slack knows it; null until it is there
 * @param lease until when nobody else brings it up to date
 */
record Post(
        UUID subject, @Nullable String channelId, @Nullable String message, int attempts, Instant lease) {}
