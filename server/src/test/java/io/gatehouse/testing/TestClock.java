package io.gatehouse.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The server's clock under test: real time, until a test moves it ahead for a while. */
@Component
@Primary
public final class TestClock extends Clock {

    private static final Clock REAL = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));

    private volatile Duration ahead = Duration.ZERO;

    /** Ends with the time as it was. */
    public interface Shift extends AutoCloseable {
        @Override
        void close();
    }

    /** Lets the server believe, until closed, that so much more time has passed. */
    public Shift ahead(Duration duration) {
        Duration before = ahead;
        ahead = before.plus(duration);
        return () -> ahead = before;
    }

    @Override
    public Instant instant() {
        return REAL.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The server keeps UTC");
    }
}
