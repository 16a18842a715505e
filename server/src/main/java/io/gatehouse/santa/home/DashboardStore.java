package io.gatehouse.santa.home;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.devices.DeviceHealth;
import io.gatehouse.santa.protocol.vocabulary.Decision;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the figures of devices and events. */
@Component
final class DashboardStore {

    /** Top lists are counted over so many of the newest blocks of the window. */
    static final int NEWEST_BLOCKS = 20_000;

    static final Short[] BLOCKING = Arrays.stream(Decision.values())
            .filter(Decision::blocks)
            .map(decision -> (short) decision.number())
            .toArray(Short[]::new);

    private final JdbcClient jdbc;
    private final Clock clock;

    DashboardStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Group(DeviceHealth health, String mode, String version, long devices) {}

    Dashboard.Fleet fleet(OrganizationScope scope) {
        List<Group> groups = DeviceHealth.at(clock, Sql.of("select " + DeviceHealth.EXPRESSION + """
                        as health, d.client_mode, d.santa_version, count(*)
                        from santa.device d
                        join santa.device_sync y on y.organization_id = d.organization_id and y.device_id = d.id
                        where d.organization_id = :organization and d.retired_at is null
                        group by 1, 2, 3
                        """))
                .with("organization", scope.organization().value())
                .on(jdbc)
                .query((row, _) -> new Group(
                        DeviceHealth.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
        return fleet(groups);
    }

    private static Dashboard.Fleet fleet(List<Group> groups) {
        Map<DeviceHealth, Long> health = new EnumMap<>(DeviceHealth.class);
        Map<String, Long> modes = new TreeMap<>();
        Map<String, Long> versions = new TreeMap<>();
        for (Group group : groups) {
            health.merge(group.health(), group.devices(), Long::sum);
            modes.merge(group.mode(), group.devices(), Long::sum);
            versions.merge(group.version(), group.devices(), Long::sum);
        }
        return new Dashboard.Fleet(
                groups.stream().mapToLong(Group::devices).sum(),
                health.getOrDefault(DeviceHealth.HEALTHY, 0L),
                health.getOrDefault(DeviceHealth.LATE, 0L),
                health.getOrDefault(DeviceHealth.STALE, 0L),
                health.getOrDefault(DeviceHealth.DRIFTED, 0L),
                health.getOrDefault(DeviceHealth.NEVER_SYNCED, 0L),
                modes.entrySet().stream()
                        .map(mode -> new Dashboard.ByMode(mode.getKey(), mode.getValue()))
                        .sorted(Comparator.comparingLong(Dashboard.ByMode::devices)
                                .reversed())
                        .toList(),
                versions.entrySet().stream()
                        .map(version -> new Dashboard.ByVersion(version.getKey(), version.getValue()))
                        .sorted(Comparator.comparingLong(Dashboard.ByVersion::devices)
                                .reversed())
                        .toList());
    }

    /** Blocks in each slot of the window, empty slots included. */
    List<Dashboard.Blocks> blocks(OrganizationScope scope, Window window) {
        Instant[] edges = window.edges().toArray(Instant[]::new);
        return jdbc.sql("""
                        select s.starts, s.ends,
                            coalesce(sum(h.events) filter (where h.decision = any(:blocking)), 0) as blocked,
                            coalesce(sum(h.events) filter (where h.decision = :unknown), 0) as unknown_allowed
                        from unnest(cast(:starts as timestamptz[]), cast(:ends as timestamptz[])) as s (starts, ends)
                        left join santa.event_hour h
                            on h.organization_id = :organization and h.hour >= s.starts and h.hour < s.ends
                        group by s.starts, s.ends order by s.starts
                        """)
                .param("organization", scope.organization().value())
                .param("blocking", BLOCKING)
                .param("unknown", Decision.ALLOW_UNKNOWN.number())
                .param("starts", texts(Arrays.copyOf(edges, edges.length - 1)))
                .param("ends", texts(Arrays.copyOfRange(edges, 1, edges.length)))
                .query((row, _) -> new Dashboard.Blocks(
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant(),
                        row.getLong("blocked"),
                        row.getLong("unknown_allowed")))
                .list();
    }

    private static String[] texts(Instant... instants) {
        return Arrays.stream(instants).map(Instant::toString).toArray(String[]::new);
    }

    /** The files that were stopped most in the window. */
    List<Dashboard.TopBlocked> topBlocked(OrganizationScope scope, Window window, int most) {
        return jdbc.sql("""
                        with blocks as materialized (
                            select e.software_id, e.device_id from unnest(:blocking) as k (decision)
                            cross join lateral (
                                select e.software_id, e.device_id, e.occurred_at from santa.event e
                                where e.organization_id = :organization and e.decision = k.decision
                                    and e.occurred_at >= :from and e.occurred_at < :to
                                order by e.occurred_at desc limit :newest) e
                            order by e.occurred_at desc limit :newest),
                        top as (
                            select software_id, count(*) as blocks, count(distinct device_id) as devices
                            from blocks group by software_id order by blocks desc, software_id limit :most)
                        select s.sha256, s.file_name, t.blocks, t.devices
                        from top t join santa.software s on s.organization_id = :organization and s.id = t.software_id
                        order by t.blocks desc, t.software_id
                        """)
                .param("organization", scope.organization().value())
                .param("blocking", BLOCKING)
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("to", window.to().atOffset(ZoneOffset.UTC))
                .param("newest", NEWEST_BLOCKS)
                .param("most", most)
                .query((row, _) ->
                        new Dashboard.TopBlocked(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }
}
