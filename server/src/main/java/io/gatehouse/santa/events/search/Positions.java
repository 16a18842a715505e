package io.gatehouse.santa.events.search;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Positions in lists that are ordered by time and id. */
final class Positions {

    private static final int KEYS = 2;

    private Positions() {}

    /**
     * Reads a cursor; null when there is none.
     *
     * @throws io.gatehouse.kernel.ProblemException when it is none of these lists
     */
    static @Nullable Cursor decode(@Nullable String text) {
        Cursor cursor = Cursor.decode(text, KEYS);
        if (cursor == null) {
            return null;
        }
        try {
            Instant at = Instant.parse(cursor.keys().getFirst());
            return Cursor.of(at, UUID.fromString(cursor.keys().getLast()));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw CommonProblem.INVALID.because("cursor is not one that this list gave out");
        }
    }
}
