package io.gatehouse.ledger.holds;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold and how far it has come.
 *
 * @param subjects whose values are kept; empty means everybody's
 * @param release who asked for its end, and who agreed; null when nobody did
 */
record Hold(
        UUID id,
        State state,
        String reason,
        List<UUID> subjects,
        @Nullable Instant from,
        @Nullable Instant to,
        Instant reviewAt,
        UUID requestedBy,
        Instant requestedAt,
        @Nullable UUID confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Release release) {

    enum State {
        /** Keeps nothing until somebody else confirms it. */
        REQUESTED,
        IN_FORCE,
        /** Keeps everything until somebody else confirms its end. */
        RELEASE_REQUESTED,
        RELEASED,
        WITHDRAWN
    }

    /** The end of a hold, asked for and perhaps agreed to. */
    record Release(
            String reason,
            UUID requestedBy,
            Instant requestedAt,
            @Nullable UUID confirmedBy,
            @Nullable Instant confirmedAt) {}
}
