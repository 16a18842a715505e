package io.gatehouse.ledger.retention;

import io.gatehouse.ledger.RetentionClass;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How a class of entries is kept.
 *
 * @param months after its own for which each month is kept; null means for ever
 * @param shortestMonths the least that may be chosen; null when the class is kept for ever whatever is wanted
 * @param entries that there are
 * @param oldest when the oldest of them was recorded
 * @param nextDrop when the month of the oldest is past its time
 */
record KeptClass(
        RetentionClass name,
        @Nullable Integer months,
        @Nullable Integer shortestMonths,
        long entries,
        @Nullable Instant oldest,
        @Nullable Instant nextDrop) {

    static KeptClass of(RetentionClass name, @Nullable Integer months, long entries, @Nullable Instant oldest) {
        return new KeptClass(
                name,
                months,
                name.isDroppable() ? name.shortestMonths() : null,
                entries,
                oldest,
                months == null || oldest == null ? null : dueAt(oldest, months));
    }

    private static Instant dueAt(Instant oldest, int months) {
        return YearMonth.from(oldest.atOffset(ZoneOffset.UTC))
                .plusMonths(months + 1L)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }
}
