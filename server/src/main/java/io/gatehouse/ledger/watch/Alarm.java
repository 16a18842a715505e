package io.gatehouse.ledger.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in the book that does not match.
 *
 * @param index in the tree; null where it has none
 * @param detail one sentence for people
 * @param acknowledgedAt when an administrator answered for it; null while exports are refused
 */
record Alarm(
        UUID id,
        Finding finding,
        @Nullable Long index,
        String detail,
        Instant foundAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String reason) {}
