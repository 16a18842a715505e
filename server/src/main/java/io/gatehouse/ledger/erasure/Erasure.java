package io.gatehouse.ledger.erasure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order to erase and what became of it. */
record Erasure(
        UUID id,
        UUID subject,
        String subjectType,
        String reason,
        State state,
        UUID orderedBy,
        Instant orderedAt,
        @Nullable Instant closedAt) {

    enum State {
        /** Until no hold keeps it. */
        WAITING,
        DONE,
        WITHDRAWN
    }
}
