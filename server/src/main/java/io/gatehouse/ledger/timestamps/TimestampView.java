package io.gatehouse.ledger.timestamps;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the time stamps of a ledger stand.
 *
 * @param offered whether this installation has an authority
 * @param newest null before the first
 * @param failure of the last try; null when that went well
 */
record TimestampView(
        boolean offered, @Nullable Newest newest, @Nullable Failure failure) {

    /**
     * The newest time stamp.
     *
     * @param size of the checkpoint that it is over
     * @param authority the name in the certificate of whoever made it
     * @param at by the authority's clock
     */
    record Newest(long size, String authority, Instant at) {}

    /**
     * Why there is none that is newer.
     *
     * @param failures one after the other
     */
    record Failure(int failures, String detail, Instant failedAt, Instant nextAt) {}
}
