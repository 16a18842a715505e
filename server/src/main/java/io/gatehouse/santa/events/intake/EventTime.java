package io.gatehouse.santa.events.intake;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * When something happened, in microseconds since 1970. A claimed time before 2015, or more than a day ahead of the server,
 * cannot be true: the time of day is kept and moved to the first day of 2015, or to the day of receipt. So the same
 * claim gives the same time on the same day, and no broken clock stands at the head of every list.
 *
 * @param moved whether the claimed time was not believed
 */
record EventTime(long micros, boolean moved) {

    private static final long DAY = TimeUnit.DAYS.toMicros(1);
    private static final long EARLIEST =
            TimeUnit.SECONDS.toMicros(Instant.parse("2015-01-01T00:00:00Z").getEpochSecond());
    private static final double MICROS = 1e6;

    /**
     * Judges a claimed time.
     *
     * @param seconds since 1970, as claimed; may be anything
     * @param received microseconds since 1970
     */
    static EventTime of(double seconds, long received) {
        long claimed = Math.round(seconds * MICROS);
        if (claimed < EARLIEST) {
            return new EventTime(EARLIEST + Math.floorMod(claimed, DAY), true);
        }
        if (claimed > received + DAY) {
            return new EventTime(received - Math.floorMod(received, DAY) + Math.floorMod(claimed, DAY), true);
        }
        return new EventTime(claimed, false);
    }
}
