package io.gatehouse.notifications.bell;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.notifications.Notification.Kind;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When letters go, with clocks that are put forward and back. */
final class TimingTest {

    private static final Kind KIND = Kind.REQUEST_TO_DECIDE;

    @Test
    void atOnceOnTheHourOrInTheMorning() {
        Instant now = Instant.parse("2026-11-25T14:10:00Z");
        assertThat(at(Preference.Pace.AT_ONCE, null, null, now)).isEqualTo(now);
        assertThat(at(Preference.Pace.HOURLY, null, null, now)).isEqualTo("2026-11-25T15:00:00Z");
        assertThat(at(Preference.Pace.DAILY, null, null, now)).isEqualTo("2026-11-26T07:00:00Z");
        assertThat(at(Preference.Pace.DAILY, null, null, Instant.parse("2026-11-25T05:00:00Z")))
                .isEqualTo("2026-11-25T07:00:00Z");
    }

    @Test
    void quietHoursWaitAlsoOverMidnightAndOverAChangeOfClocks() {
        LocalTime ten = LocalTime.of(22, 0);
        LocalTime seven = LocalTime.of(7, 0);
        assertThat(at(Preference.Pace.AT_ONCE, ten, seven, Instant.parse("2026-11-25T21:30:00Z")))
                .isEqualTo("2026-11-26T06:00:00Z");
        assertThat(at(Preference.Pace.AT_ONCE, ten, seven, Instant.parse("2026-11-26T03:00:00Z")))
                .isEqualTo("2026-11-26T06:00:00Z");
        assertThat(at(Preference.Pace.AT_ONCE, ten, seven, Instant.parse("2026-11-26T06:00:00Z")))
                .isEqualTo("2026-11-26T06:00:00Z");
        assertThat(at(Preference.Pace.HOURLY, ten, seven, Instant.parse("2026-03-28T21:30:00Z")))
                .isEqualTo("2026-03-29T05:00:00Z");
        assertThat(at(
                        Preference.Pace.AT_ONCE,
                        LocalTime.of(12, 0),
                        LocalTime.of(13, 0),
                        Instant.parse("2026-11-25T11:30:00Z")))
                .isEqualTo("2026-11-25T12:00:00Z");
        assertThat(at(Preference.Pace.AT_ONCE, ten, ten, Instant.parse("2026-11-25T21:30:00Z")))
                .isEqualTo("2026-11-25T21:30:00Z");
    }

    @Test
    void whatIsUrgentBreaksThroughAndWhatIsNotWantedDoesNotGo() {
        Instant night = Instant.parse("2026-11-25T23:30:00Z");
        Preference asleep = preference(Preference.Pace.DAILY, LocalTime.of(22, 0), LocalTime.of(7, 0));
        assertThat(Timing.mailAt(asleep, Kind.REQUEST_TO_REVIEW, night)).contains(night);
        assertThat(Timing.mailAt(asleep, Kind.REQUEST_APPROVED, night)).isEmpty();
    }

    private static Instant at(Preference.Pace pace, LocalTime from, LocalTime until, Instant now) {
        return Timing.mailAt(preference(pace, from, until), KIND, now).orElseThrow();
    }

    private static Preference preference(Preference.Pace pace, LocalTime from, LocalTime until) {
        return new Preference(Set.of(), EnumSet.of(KIND, Kind.REQUEST_TO_REVIEW), pace, from, until, "Europe/Berlin");
    }
}
