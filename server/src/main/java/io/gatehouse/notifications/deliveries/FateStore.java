package io.gatehouse.notifications.deliveries;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.delivery} as people look at them. */
@Repository
final class FateStore {

    private static final Sql DELIVERIES = Sql.of("""
            select d.id, d.destination_id, t.name, m.type, m.subject_id, m.path, d.state, d.attempts, d.status, d.problem,
                d.due_at, d.created_at, d.changed_at
            from notifications.delivery d
            join notifications.destination t on t.organization_id = d.organization_id and t.id = d.destination_id
            join notifications.message m on m.organization_id = d.organization_id and m.id = d.message_id
            """);

    private final JdbcClient jdbc;

    FateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Delivery> list(
            OrganizationScope scope,
            @Nullable UUID destination,
            Delivery.@Nullable State state,
            @Nullable Cursor after,
            int limit) {
        return DELIVERIES
                .append(Sql.conditions()
                        .when(scope.organization().value(), "d.organization_id = :organization", "organization")
                        .when(destination, "d.destination_id = :destination", "destination")
                        .when(state == null ? null : state.name(), "d.state = :state", "state")
                        .when(after == null ? null : after.id(0), "d.id < :after", "after")
                        .where())
                .append(Sql.of("order by d.id desc limit :limit", "limit", limit))
                .on(jdbc)
                .query(FateStore::delivery)
                .list();
    }

    Optional<Delivery> find(OrganizationScope scope, UUID id) {
        return DELIVERIES
                .append(Sql.of(
                        "where d.organization_id = :organization",
                        "organization",
                        scope.organization().value()))
                .append(Sql.of("and d.id = :id", "id", id))
                .on(jdbc)
                .query(FateStore::delivery)
                .optional();
    }

    /** The latest, newest first. */
    List<Delivery.Attempt> attempts(OrganizationScope scope, UUID delivery) {
        return jdbc.sql("""
                        select at, status, problem, milliseconds from notifications.attempt
                        where organization_id = :organization and delivery_id = :delivery order by id desc limit 100
                        """)
                .param("organization", scope.organization().value())
                .param("delivery", delivery)
                .query((row, _) -> new Delivery.Attempt(
                        Rows.instant(row, "at"),
                        row.getObject("status", Integer.class),
                        row.getString("problem"),
                        row.getInt("milliseconds")))
                .list();
    }

    /** Whether it was done, and its destination is there still. */
    boolean replay(OrganizationScope scope, UUID id, Instant now) {
        return jdbc.sql("""
                        update notifications.delivery d set state = 'WAITING', attempts = 0, due_at = :now, changed_at = :now
                        where organization_id = :organization and id = :id and state <> 'WAITING'
                            and exists (select from notifications.destination t
                                where t.organization_id = d.organization_id and t.id = d.destination_id
                                    and t.state <> 'REMOVED')
                        """)
                        .param("organization", scope.organization().value())
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Puts all in again that were given up; how many. */
    int replayDead(OrganizationScope scope, UUID destination, Instant now) {
        return jdbc.sql("""
                        update notifications.delivery set state = 'WAITING', attempts = 0, due_at = :now, changed_at = :now
                        where organization_id = :organization and destination_id = :destination and state = 'DEAD'
                        """)
                .param("organization", scope.organization().value())
                .param("destination", destination)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        Delivery.State state = Delivery.State.valueOf(row.getString("state"));
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("destination_id", UUID.class),
                row.getString("name"),
                row.getString("type"),
                row.getObject("subject_id", UUID.class),
                row.getString("path"),
                state,
                row.getInt("attempts"),
                row.getObject("status", Integer.class),
                row.getString("problem"),
                state == Delivery.State.WAITING ? Rows.instant(row, "due_at") : null,
                Rows.instant(row, "created_at"),
                Rows.instant(row, "changed_at"));
    }
}
