package io.gatehouse.approvals.policies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version without its document.
 *
 * @param version 0 is the default of every organization
 * @param publishedAt null for the default
 * @param publishedBy who, as they were called then; null for the default, and where nobody kept it
 * @param archivedAt when the next one took its place; null while it is in force
 */
record PolicyVersion(
        int version,
        String name,
        int routes,
        State state,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable Instant archivedAt) {

    /** Whether requests still take it. */
    enum State {
        IN_FORCE,
        /** Only for requests that were submitted under it. */
        ARCHIVED
    }
}
