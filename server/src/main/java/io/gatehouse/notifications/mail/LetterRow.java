package io.gatehouse.notifications.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as an operator sees it: enough to find out why it does not arrive, nothing of what it says.
 *
 * @param recipientDomain known after the first attempt
 * @param problem what the last attempt ended in, if it failed
 * @param dueAt when it is tried next, while it waits
 */
record LetterRow(
        UUID id,
        Mail.Kind kind,
        Mail.State state,
        int attempts,
        @Nullable String recipientDomain,
        @Nullable String problem,
        @Nullable Instant dueAt,
        Instant createdAt,
        Instant changedAt) {}
