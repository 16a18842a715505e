package io.gatehouse.notifications.bell;

import io.gatehouse.notifications.Notification.Kind;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When something goes by mail. */
final class Timing {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private Timing() {}

    /** Empty when it does not. */
    static Optional<Instant> mailAt(Preference preference, Kind kind, Instant now) {
        if (!preference.mailed().contains(kind)) {
            return Optional.empty();
        }
        // An emergency was carried out already: whoever reviews it is told whatever the hour.
        if (kind == Kind.REQUEST_TO_REVIEW) {
            return Optional.of(now);
        }
        ZonedDateTime here = now.atZone(preference.zone());
        ZonedDateTime planned = switch (preference.pace()) {
            case AT_ONCE -> here;
            case HOURLY -> here.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            case DAILY -> next(here, MORNING);
        };
        return Optional.of(afterQuiet(preference, planned).toInstant());
    }

    private static ZonedDateTime afterQuiet(Preference preference, ZonedDateTime planned) {
        LocalTime from = preference.quietFrom();
        LocalTime until = preference.quietUntil();
        if (from == null || until == null || from.equals(until)) {
            return planned;
        }
        LocalTime time = planned.toLocalTime();
        boolean overMidnight = until.isBefore(from);
        boolean quiet = overMidnight
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        return quiet ? next(planned, until) : planned;
    }

    /** The next time that the clock there shows this. */
    private static ZonedDateTime next(ZonedDateTime after, LocalTime time) {
        ZonedDateTime today = after.with(time);
        return today.isAfter(after) ? today : after.plusDays(1).with(time);
    }
}
