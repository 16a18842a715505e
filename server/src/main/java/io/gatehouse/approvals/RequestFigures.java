package io.gatehouse.approvals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How deciding goes.
 *
 * @param open requests that wait now
 * @param oldestSubmittedAt of those, null when none waits
 * @param medianSeconds from submission to decision, null when nothing was decided in the window
 * @param p90Seconds nine of ten were decided at least as fast
 * @param decided how many were approved or rejected in the window
 * @param byDay one for each day of the window, oldest first, days without decisions included
 */
public record RequestFigures(
        long open,
        @Nullable Instant oldestSubmittedAt,
        @Nullable Double medianSeconds,
        @Nullable Double p90Seconds,
        long decided,
        List<Day> byDay) {

    /** One day in the organization's time zone. */
    public record Day(LocalDate day, @Nullable Double medianSeconds, long decided) {}
}
