package io.gatehouse.santa.home;

import io.gatehouse.kernel.CommonProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time that the page looks at, in slots: the hours of the last day, or the days of the last fortnight in the
 * organization's zone.
 *
 * @param edges of the slots, oldest first; one more than there are slots
 */
record Window(List<Instant> edges, ZoneId zone) {

    private static final int HOURS = 24;
    private static final int DAYS = 14;

    /**
     * The window of that name that ends with the slot of {@code now}.
     *
     * @param name {@code DAY}, {@code FORTNIGHT}, or null for a day
     */
    static Window of(@Nullable String name, Instant now, ZoneId zone) {
        if (name == null || name.equals("DAY")) {
            return hours(now, zone);
        }
        if (name.equals("FORTNIGHT")) {
            return days(now, zone);
        }
        throw CommonProblem.INVALID.because("window must be DAY or FORTNIGHT");
    }

    private static Window hours(Instant now, ZoneId zone) {
        Instant end = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        List<Instant> edges = new ArrayList<>();
        for (int hour = HOURS; hour >= 0; hour--) {
            edges.add(end.minus(Duration.ofHours(hour)));
        }
        return new Window(edges, zone);
    }

    private static Window days(Instant now, ZoneId zone) {
        ZonedDateTime end = LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone);
        List<Instant> edges = new ArrayList<>();
        for (int day = DAYS; day >= 0; day--) {
            edges.add(end.minusDays(day).toInstant());
        }
        return new Window(edges, zone);
    }

    Instant from() {
        return edges.getFirst();
    }

    Instant to() {
        return edges.getLast();
    }

    /** The first day that the window touches. */
    LocalDate firstDay() {
        return LocalDate.ofInstant(from(), zone);
    }

    /** The last day that the window touches. */
    LocalDate lastDay() {
        return LocalDate.ofInstant(to().minusNanos(1), zone);
    }
}
