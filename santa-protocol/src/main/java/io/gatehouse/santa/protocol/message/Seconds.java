package io.gatehouse.santa.protocol.message;

import java.time.Instant;
import java.util.Optional;

/** Seconds since 1970 with a fraction, as clients send moments. */
final class Seconds {

    /** The end of the year 9999, beyond which no calendar here reaches. */
    private static final double END = 253_402_300_800.0;

    private static final long NANOS = 1_000_000_000L;

    private Seconds() {}

    /** The moment to the microsecond; empty when it was not sent or is no date of our calendar. */
    static Optional<Instant> instant(double seconds) {
        if (!(seconds > 0 && seconds < END)) {
            return Optional.empty();
        }
        long whole = (long) seconds;
        long micros = Math.round((seconds - whole) * 1_000_000);
        return Optional.of(Instant.ofEpochSecond(whole, micros * (NANOS / 1_000_000)));
    }
}
