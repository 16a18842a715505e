package io.gatehouse.identity.portfolio;

import io.gatehouse.identity.portfolio.PortfolioStore.Engaged;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.Sql;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** In which order customers are listed. Figures are none of them: they are counted for the customers of one page only. */
enum PortfolioOrder {
    BY_NAME("name", "c.name", false),
    /** Engagements that end soonest first, those without an end last. */
    BY_END("until", "coalesce(s.expires_at, cast(:never as timestamptz))", false),
    LONGEST_AWAY("lastVisit", "coalesce(v.last_at, cast(:before as timestamptz))", false),
    LATEST_VISITED("-lastVisit", "coalesce(v.last_at, cast(:before as timestamptz))", true);

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final Instant BEFORE = Instant.EPOCH;

    private final String code;
    private final String key;
    private final boolean descending;

    PortfolioOrder(String code, String key, boolean descending) {
        this.code = code;
        this.key = key;
        this.descending = descending;
    }

    /**
     * Reads the parameter {@code sort}.
     *
     * @throws io.gatehouse.kernel.ProblemException when there is no such order
     */
    static PortfolioOrder of(@Nullable String sort) {
        if (sort == null || sort.isEmpty()) {
            return BY_NAME;
        }
        return Arrays.stream(values())
                .filter(order -> order.code.equals(sort))
                .findFirst()
                .orElseThrow(() -> CommonProblem.INVALID.because("sort must be one of "
                        + Arrays.stream(values()).map(order -> order.code).toList()));
    }

    Sql orderBy() {
        String direction = descending ? " desc" : " asc";
        return bound(Sql.of("order by " + key + direction + ", c.id" + direction));
    }

    Sql after(Cursor cursor) {
        Object last = this == BY_NAME ? cursor.text(0) : cursor.time(0);
        return bound(Sql.of("(" + key + ", c.id) " + (descending ? "<" : ">") + " (:last, :lastId)"))
                .with("last", last)
                .with("lastId", cursor.id(1));
    }

    Cursor cursor(Engaged row) {
        Object last = switch (this) {
            case BY_NAME -> row.name();
            case BY_END -> row.until() == null ? NEVER : row.until();
            case LONGEST_AWAY, LATEST_VISITED -> row.lastVisit() == null ? BEFORE : row.lastVisit();
        };
        return Cursor.of(last, row.customer());
    }

    private Sql bound(Sql sql) {
        return switch (this) {
            case BY_NAME -> sql;
            case BY_END -> sql.with("never", NEVER.toString());
            case LONGEST_AWAY, LATEST_VISITED -> sql.with("before", BEFORE.toString());
        };
    }
}
