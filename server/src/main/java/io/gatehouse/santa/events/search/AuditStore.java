package io.gatehouse.santa.events.search;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads audit events. */
@Component
final class AuditStore {

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AuditView> list(OrganizationScope scope, @Nullable UUID device, @Nullable Cursor after, int limit) {
        Sql.Conditions conditions = Sql.conditions()
                .and(Sql.of(
                        "e.organization_id = :organization",
                        "organization",
                        scope.organization().value()))
                .when(device, "e.device_id = :device", "device");
        if (after != null) {
            conditions.and(Sql.of("(e.occurred_at, e.id) < (:lastAt, :lastId)")
                    .with("lastAt", after.time(0))
                    .with("lastId", after.id(1)));
        }
        return Sql.of("""
                        select e.*, d.hostname, d.serial_number, d.machine_id from santa.audit_event e
                        left join santa.device d on d.organization_id = e.organization_id and d.id = e.device_id
                        """)
                .append(conditions.where())
                .append("order by e.occurred_at desc, e.id desc limit :limit")
                .with("limit", limit)
                .on(jdbc)
                .query((row, _) -> view(row))
                .list();
    }

    private static AuditView view(ResultSet row) throws SQLException {
        return new AuditView(
                row.getObject("id", UUID.class),
                EventRow.device(row),
                row.getString("kind"),
                DecisionFilter.name(row.getShort("decision"), row.getString("decision_text")),
                row.getString("identifier"),
                Rows.instant(row, "occurred_at"),
                Rows.instant(row, "received_at"),
                row.getString("claimed_time"));
    }
}
