package io.gatehouse.santa.events.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times that Macs claim. */
final class EventTimeTest {

    private static final long RECEIVED = micros("2026-06-01T12:00:00Z");

    @Test
    void keepsABelievableTimeToTheMicrosecond() {
        assertThat(EventTime.of(1_700_000_000.123456, RECEIVED))
                .isEqualTo(new EventTime(1_700_000_000_123_456L, false));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2015-01-01T00:00:00Z",
        "-1, 2015-01-01T23:59:59Z",
        "3600, 2015-01-01T01:00:00Z",
        "4102448400, 2026-06-01T01:00:00Z",
        "NaN, 2015-01-01T00:00:00Z"
    })
    void movesTheRestToADayThatCanBeStoredAndKeepsTheTimeOfDay(double claimed, String stored) {
        assertThat(EventTime.of(claimed, RECEIVED)).isEqualTo(new EventTime(micros(stored), true));
    }

    @Test
    void aClockThatIsHoursAheadIsBelieved() {
        assertThat(EventTime.of(micros("2026-06-02T11:00:00Z") / 1e6, RECEIVED).moved())
                .isFalse();
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
