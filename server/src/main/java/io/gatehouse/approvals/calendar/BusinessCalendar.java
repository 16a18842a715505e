package io.gatehouse.approvals.calendar;

import io.gatehouse.approvals.ApprovalProblem;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When an organization works.
 *
 * @param timeZone IANA name
 * @param days on which it works; at least one
 * @param opens from when, and
 * @param closes until when it works on each of them; both midnight: all day
 * @param holidays on which it does not; at most 500, each date once
 */
public record BusinessCalendar(
        String timeZone, Set<DayOfWeek> days, LocalTime opens, LocalTime closes, List<Holiday> holidays) {

    private static final int MOST_HOLIDAYS = 500;
    private static final int LONGEST_NAME = 120;
    /** However few hours are open, a time is found within so many days. */
    private static final int MOST_DAYS = 3_660;

    /** A day off. */
    public record Holiday(LocalDate date, String name) {

        /** Checks the name. */
        public Holiday {
            name = name.strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw invalid("holidays[].name must have 1 to " + LONGEST_NAME + " characters");
            }
        }
    }

    /** Checks that there is time to work in. */
    public BusinessCalendar {
        zone(timeZone);
        if (days.isEmpty()) {
            throw invalid("days must name at least one day of the week");
        }
        days = Set.copyOf(days);
        if (opens.isAfter(closes) && !closes.equals(LocalTime.MIDNIGHT) || opens.equals(closes) && !isWhole(opens)) {
            throw invalid("opens must be before closes; both 00:00 mean the whole day");
        }
        holidays = List.copyOf(holidays);
        Set<LocalDate> dates = holidays.stream().map(Holiday::date).collect(Collectors.toSet());
        if (holidays.size() > MOST_HOLIDAYS || dates.size() < holidays.size()) {
            throw invalid("holidays must be at most " + MOST_HOLIDAYS + " dates, each once");
        }
    }

    /** Open at all times. */
    public static BusinessCalendar always(String timeZone) {
        return new BusinessCalendar(
                timeZone, EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, List.of());
    }

    /** The first moment by which so much open time has passed since the start; ten years later at the latest. */
    public Instant plus(Instant start, Duration open) {
        ZoneId zone = zone(timeZone);
        Set<LocalDate> off = holidays.stream().map(Holiday::date).collect(Collectors.toSet());
        Duration left = open;
        LocalDate day = start.atZone(zone).toLocalDate();
        for (int i = 0; i < MOST_DAYS; i++, day = day.plusDays(1)) {
            if (!days.contains(day.getDayOfWeek()) || off.contains(day)) {
                continue;
            }
            Instant from = later(start, day.atTime(opens).atZone(zone).toInstant());
            Duration today = Duration.between(from, end(day, zone).toInstant());
            if (today.compareTo(left) >= 0) {
                return from.plus(left);
            }
            left = today.isPositive() ? left.minus(today) : left;
        }
        return day.atStartOfDay(zone).toInstant();
    }

    private ZonedDateTime end(LocalDate day, ZoneId zone) {
        return isWhole(closes)
                ? day.plusDays(1).atStartOfDay(zone)
                : day.atTime(closes).atZone(zone);
    }

    private static boolean isWhole(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw invalid("timeZone must be the IANA name of a time zone, such as Europe/Zurich");
        }
    }

    private static RuntimeException invalid(String why) {
        return ApprovalProblem.CALENDAR_INVALID.because(why);
    }
}
