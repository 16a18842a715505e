package io.gatehouse.notifications.bell;

import io.gatehouse.notifications.Notification.Kind;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a member wants to be told.
 *
 * @param muted kinds that the bell lists but does not count
 * @param mailed kinds that go by mail unless they are read before
 * @param quietFrom in the person's time zone; until {@code quietUntil} no mail is sent, but what is urgent
 * @param quietUntil may be smaller than {@code quietFrom}: over midnight
 * @param timeZone IANA name
 */
record Preference(
        @NotNull Set<@NotNull Kind> muted,
        @NotNull Set<@NotNull Kind> mailed,
        @NotNull Pace pace,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil,
        @NotNull String timeZone) {

    /** How often letters are sent. */
    enum Pace {
        AT_ONCE,
        HOURLY,
        DAILY
    }

    /** Of who has chosen nothing: whoever is waited for learns of it within the hour. */
    static Preference usual(String timeZone) {
        return new Preference(
                Set.of(),
                EnumSet.of(Kind.REQUEST_TO_DECIDE, Kind.REQUEST_TO_REVIEW, Kind.REQUEST_ASKED_BACK),
                Pace.HOURLY,
                null,
                null,
                timeZone);
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
