package io.gatehouse.notifications.deliveries;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long is waited: before the next attempt, and before a destination that fails is bothered again. */
final class Backoff {

    /** Failures one after another from which on a destination rests. */
    static final int TOLERATED = 5;

    /** As Standard Webhooks suggests: three days in all. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final double JITTER = 0.2;
    private static final Duration SHORTEST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST_ASKED = Duration.ofHours(24);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private Backoff() {}

    /**
     * How long after that attempt the next one is made; empty when there is none.
     *
     * @param attempts that were made
     * @param chance 0 to 1, so that what failed together does not come again together
     */
    static Optional<Duration> afterAttempt(int attempts, double chance) {
        if (attempts > PAUSES.size()) {
            return Optional.empty();
        }
        long milliseconds = PAUSES.get(Math.max(attempts, 1) - 1).toMillis();
        return Optional.of(Duration.ofMillis(milliseconds + (long) (milliseconds * JITTER * chance)));
    }

    /** How long a destination rests after so many failures; empty when it need not. */
    static Optional<Duration> rest(int failures) {
        if (failures < TOLERATED) {
            return Optional.empty();
        }
        Duration rest = SHORTEST_REST.multipliedBy(1L << Math.min(failures - TOLERATED, MOST_DOUBLINGS));
        return Optional.of(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    }

    /**
     * How long the other server asks to be left alone, a day at most.
     *
     * @param retryAfter the header, in seconds or as a date; whatever else it says is as if it were not there
     */
    static Optional<Duration> asked(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return Optional.empty();
        }
        try {
            Duration asked = SECONDS.matcher(retryAfter.strip()).matches()
                    ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(asked)
                    .filter(Duration::isPositive)
                    .map(wait -> wait.compareTo(LONGEST_ASKED) < 0 ? wait : LONGEST_ASKED);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
