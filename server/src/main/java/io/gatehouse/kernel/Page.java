package io.gatehouse.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in keyset order.
 *
 * @param items at most as many as were asked for
 * @param next cursor of the page after this one, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Page size when none is asked for. */
    public static final int DEFAULT_LIMIT = 50;

    /** Largest page size. */
    public static final int MAXIMUM_LIMIT = 200;

    /**
     * A page from rows of which one more than {@code limit} was read.
     *
     * @param cursorOf makes the cursor that continues after a row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursorOf.apply(items.getLast()).encode());
    }

    /** The same page of other items. */
    public <R> Page<R> map(Function<T, R> function) {
        return new Page<>(items.stream().map(function).toList(), next);
    }

    /**
     * Checks a page size.
     *
     * @throws ProblemException when it is not 1 to 200
     */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAXIMUM_LIMIT) {
            throw CommonProblem.INVALID.because("limit must be 1 to " + MAXIMUM_LIMIT + ", not " + asked);
        }
        return asked;
    }
}
