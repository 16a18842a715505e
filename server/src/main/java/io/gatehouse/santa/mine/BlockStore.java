package io.gatehouse.santa.mine;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.protocol.vocabulary.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Blocks on given devices. Callers pass only devices that the asking person owns. */
@Component
final class BlockStore {

    /** How far back blocks are looked for. */
    static final Duration MEMORY = Duration.ofDays(30);

    private static final Short[] BLOCKING = Arrays.stream(Decision.values())
            .filter(Decision::blocks)
            .map(decision -> (short) decision.number())
            .toArray(Short[]::new);

    private static final String EVENT = """
            select e.id, e.occurred_at, s.file_name, s.sha256,
                coalesce(nullif(s.signer_organization, ''), s.signer) as publisher,
                d.id as device_id, d.hostname, d.serial_number, d.machine_id
            from santa.event e
            join santa.software s on s.organization_id = e.organization_id and s.id = e.software_id
            join santa.device d on d.organization_id = e.organization_id and d.id = e.device_id
            where e.organization_id = :organization and e.device_id = any(:devices) and e.decision = any(:blocking)
                and e.occurred_at > :since
            """;

    private final JdbcClient jdbc;

    BlockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One file on one device. */
    record Blocked(MyBlock.Event event, long times) {}

    Page<Blocked> blocks(
            OrganizationScope scope, Collection<UUID> devices, Instant now, @Nullable String cursor, int limit) {
        Sql grouped = Sql.of(
                        "select distinct on (device_id, sha256) b.*, count(*) over (partition by device_id, sha256)"
                                + " as times from (")
                .append(EVENT)
                .append(") b order by device_id, sha256, occurred_at desc, id desc");
        var rows = Sql.of("select * from (")
                .append(grouped)
                .append(") g where true")
                .append(after(Cursor.decode(cursor, 2)))
                .append("order by occurred_at desc, id desc limit :limit")
                .with("limit", limit + 1)
                .with("organization", scope.organization().value())
                .with("devices", devices.toArray(UUID[]::new))
                .with("blocking", BLOCKING)
                .with("since", now.minus(MEMORY).atOffset(ZoneOffset.UTC))
                .on(jdbc)
                .query((row, _) -> new Blocked(event(row), row.getLong("times")))
                .list();
        return Page.of(
                rows,
                limit,
                row -> Cursor.of(row.event().occurredAt(), row.event().id()));
    }

    /** The latest block of a file on one of the devices. */
    Optional<MyBlock.Event> latest(OrganizationScope scope, Collection<UUID> devices, String sha256, Instant now) {
        return Sql.of(EVENT)
                .append(Sql.of("and s.sha256 = :sha256", "sha256", sha256))
                .append("order by e.occurred_at desc limit 1")
                .with("organization", scope.organization().value())
                .with("devices", devices.toArray(UUID[]::new))
                .with("blocking", BLOCKING)
                .with("since", now.minus(MEMORY).atOffset(ZoneOffset.UTC))
                .on(jdbc)
                .query((row, _) -> event(row))
                .optional();
    }

    private static Sql after(@Nullable Cursor cursor) {
        if (cursor == null) {
            return Sql.of("");
        }
        return Sql.of("and (occurred_at, id) < (:lastAt, :lastId)")
                .with("lastAt", cursor.time(0))
                .with("lastId", cursor.id(1));
    }

    private static MyBlock.Event event(ResultSet row) throws SQLException {
        String publisher = row.getString("publisher");
        return new MyBlock.Event(
                row.getObject("id", UUID.class),
                Rows.instant(row, "occurred_at"),
                row.getString("file_name"),
                row.getString("sha256"),
                publisher.isEmpty() ? null : publisher,
                new DeviceRef(
                        row.getObject("device_id", UUID.class),
                        row.getString("hostname"),
                        row.getString("serial_number"),
                        row.getString("machine_id")));
    }
}
