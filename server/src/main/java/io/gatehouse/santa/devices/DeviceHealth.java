package io.gatehouse.santa.devices;

import io.gatehouse.kernel.Sql;
import java.time.Clock;
import java.time.ZoneOffset;

/** Whether a device syncs as it should. The first that is true counts. */
public enum DeviceHealth {
    /** Enrolled, but no sync was ever finished. */
    NEVER_SYNCED,
    /** Not heard of for a day, nor for two of its intervals where those are longer. */
    STALE,
    /** Its rules differ from the intended ones, and healing has not helped yet. */
    DRIFTED,
    /** Missed the sync that was expected, and the next one. */
    LATE,
    /** None of these. */
    HEALTHY;

    /** The health of {@code y}, a row of {@code santa.device_sync}, as an SQL expression; needs {@link #at}. */
    public static final String EXPRESSION = """
            case
                when y.last_sync_at is null then 'NEVER_SYNCED'
                when y.last_sync_at < cast(:now as timestamptz)
                    - greatest(interval '1 day', 2 * y.interval_seconds * interval '1 second') then 'STALE'
                when y.hash_state = 'DRIFTED' then 'DRIFTED'
                when y.next_expected_at + y.interval_seconds * interval '1 second' < :now then 'LATE'
                else 'HEALTHY'
            end
            """;

    /** The time that {@link #EXPRESSION} compares with. */
    public static Sql at(Clock clock, Sql query) {
        return query.with("now", clock.instant().atOffset(ZoneOffset.UTC));
    }
}
