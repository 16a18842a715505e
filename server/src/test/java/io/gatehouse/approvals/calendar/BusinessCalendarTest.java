package io.gatehouse.approvals.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.kernel.ProblemException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Open time is counted, closed time is not, whatever clocks and feasts do. */
final class BusinessCalendarTest {

    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private static BusinessCalendar office(LocalDate... holidays) {
        return new BusinessCalendar(
                "Europe/Zurich",
                WEEK,
                NINE,
                FIVE,
                Arrays.stream(holidays)
                        .map(date -> new BusinessCalendar.Holiday(date, "Feast"))
                        .toList());
    }

    private static String after(BusinessCalendar calendar, String start, Duration open) {
        ZoneId zone = ZoneId.of(calendar.timeZone());
        Instant from = ZonedDateTime.parse(start + "[" + zone + "]").toInstant();
        return calendar.plus(from, open).atZone(zone).toLocalDateTime().toString();
    }

    @Test
    void nightsWeekendsAndHolidaysDoNotCount() {
        assertThat(after(office(), "2026-11-27T16:00:00+01:00", Duration.ofHours(2)))
                .isEqualTo("2026-11-30T10:00");
        assertThat(after(office(LocalDate.of(2026, 11, 30)), "2026-11-27T16:00:00+01:00", Duration.ofHours(2)))
                .isEqualTo("2026-12-01T10:00");
        assertThat(after(office(), "2026-11-28T12:00:00+01:00", Duration.ofHours(8)))
                .isEqualTo("2026-11-30T17:00");
        assertThat(after(office(), "2026-11-27T03:00:00+01:00", Duration.ofMinutes(30)))
                .isEqualTo("2026-11-27T09:30");
    }

    @Test
    void theDayThatLosesAnHourHasOneLess() {
        BusinessCalendar always = BusinessCalendar.always("Europe/Zurich");
        assertThat(after(always, "2026-03-28T12:00:00+01:00", Duration.ofHours(24)))
                .isEqualTo("2026-03-29T13:00");
        assertThat(after(always, "2026-10-24T12:00:00+02:00", Duration.ofHours(24)))
                .isEqualTo("2026-10-25T11:00");
        BusinessCalendar nights = new BusinessCalendar(
                "Europe/Zurich", EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.of(4, 0), List.of());
        assertThat(after(nights, "2026-03-29T00:00:00+01:00", Duration.ofHours(4)))
                .as("three hours that night")
                .isEqualTo("2026-03-30T01:00");
    }

    @Test
    void nobodyWorksByACalendarWithoutTime() {
        refused("UTC", Set.of(), NINE, FIVE);
        refused("UTC", WEEK, FIVE, NINE);
        refused("UTC", WEEK, NINE, NINE);
        refused("Mars/Olympus", WEEK, NINE, FIVE);
        assertThatThrownBy(() -> office(LocalDate.EPOCH, LocalDate.EPOCH)).isInstanceOf(ProblemException.class);
    }

    private static void refused(String zone, Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
        assertThatThrownBy(() -> new BusinessCalendar(zone, days, opens, closes, List.of()))
                .isInstanceOf(ProblemException.class);
    }

    /** 5,000 pairs of times: never earlier than asked, always within open hours, and two steps are as good as one. */
    @Test
    void stepsAddUp() {
        Random random = new Random(11);
        BusinessCalendar office = office(LocalDate.of(2026, 3, 30), LocalDate.of(2026, 10, 26));
        ZoneId zone = ZoneId.of(office.timeZone());
        Instant base = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 5_000; i++) {
            Instant start = base.plusSeconds(random.nextInt(360 * 86_400));
            Duration one = Duration.ofMinutes(1 + random.nextInt(3_000));
            Duration two = Duration.ofMinutes(1 + random.nextInt(3_000));
            Instant at = office.plus(start, one);
            assertThat(at).isAfterOrEqualTo(start.plus(one));
            ZonedDateTime local = at.atZone(zone);
            assertThat(WEEK).contains(local.getDayOfWeek());
            assertThat(local.toLocalTime()).isBetween(NINE, FIVE);
            assertThat(office.plus(at, two)).isEqualTo(office.plus(start, one.plus(two)));
        }
    }
}
