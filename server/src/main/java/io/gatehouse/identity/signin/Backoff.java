package io.gatehouse.identity.signin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How failures slow down further attempts: freely up to a number of failures, then a pause that doubles with each, up
 * to a longest one. It ends by itself, and attempts during a pause do not prolong it.
 *
 * @param free failures before the first pause
 * @param first pause
 * @param longest pause
 */
record Backoff(int free, Duration first, Duration longest) {

    /** After this long without a failure the count starts anew. */
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private static final int MOST_DOUBLINGS = 30;

    /** What is remembered of one account, source or browser. */
    record Failures(int count, Instant lastAt, Instant blockedUntil) {}

    /** The memory after one more failure at {@code now}. */
    Failures after(@Nullable Failures before, Instant now) {
        int count = before == null || before.lastAt().plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : before.count() + 1;
        return new Failures(count, now, now.plus(pause(count)));
    }

    private Duration pause(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration doubled = first.multipliedBy(1L << Math.min(count - free, MOST_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
