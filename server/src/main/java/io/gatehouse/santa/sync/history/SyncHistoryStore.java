package io.gatehouse.santa.sync.history;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.sync.session.SessionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and changes what is kept of a device's syncs. */
@Repository
final class SyncHistoryStore {

    private final JdbcClient jdbc;

    SyncHistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(OrganizationScope scope, UUID device) {
        return name(scope, device).isPresent();
    }

    /** What people call the device. */
    Optional<String> name(OrganizationScope scope, UUID device) {
        return jdbc.sql("""
                        select coalesce(nullif(hostname, ''), nullif(serial_number, ''), machine_id) from santa.device
                        where organization_id = ? and id = ?
                        """)
                .params(scope.organization().value(), device)
                .query(String.class)
                .optional();
    }

    Optional<SyncSession> running(OrganizationScope scope, UUID device) {
        return jdbc.sql("""
                        select session_id, session_started_at, session_type, session_kind, session_requested_clean, session_pushed,
                               session_rules, session_encoding, session_hash_before
                        from santa.device_sync
                        where organization_id = ? and device_id = ?
                          and session_id is not null and session_finished_at is null
                        """)
                .params(scope.organization().value(), device)
                .query((row, _) -> new SyncSession(
                        row.getObject("session_id", UUID.class),
                        Rows.instant(row, "session_started_at"),
                        null,
                        row.getString("session_type"),
                        "",
                        SyncSession.Outcome.RUNNING,
                        row.getBoolean("session_requested_clean"),
                        row.getBoolean("session_pushed"),
                        row.getInt("session_rules"),
                        null,
                        null,
                        0,
                        0,
                        0,
                        row.getString("session_encoding"),
                        row.getString("session_hash_before"),
                        "",
                        SessionKind.valueOf(row.getString("session_kind")).explanation() + "."))
                .optional();
    }

    List<SyncSession> ended(OrganizationScope scope, UUID device, @Nullable Cursor after, int limit) {
        Sql query =
                Sql.of("""
                select * from santa.sync_session
                where organization_id = :organization and device_id = :device
                """).with("organization", scope.organization().value()).with("device", device);
        if (after != null) {
            query = query.append("and (started_at, id) < (:startedAt, :id)")
                    .with("startedAt", after.time(0))
                    .with("id", after.id(1));
        }
        return query.append("order by started_at desc, id desc limit :limit")
                .with("limit", limit)
                .on(jdbc)
                .query((row, _) -> session(row))
                .list();
    }

    /** Asks for a clean sync, or takes the wish back. */
    void requestClean(OrganizationScope scope, UUID device, @Nullable String kind) {
        jdbc.sql("update santa.device_sync set clean_requested = ? where organization_id = ? and device_id = ?")
                .param(kind)
                .param(scope.organization().value())
                .param(device)
                .update();
    }

    @Nullable
    String cleanRequested(OrganizationScope scope, UUID device) {
        return jdbc.sql("""
                        select coalesce(clean_requested, '') from santa.device_sync
                        where organization_id = ? and device_id = ? for update
                        """)
                .params(scope.organization().value(), device)
                .query(String.class)
                .optional()
                .filter(kind -> !kind.isEmpty())
                .orElse(null);
    }

    private static SyncSession session(ResultSet row) throws SQLException {
        return new SyncSession(
                row.getObject("id", UUID.class),
                Rows.instant(row, "started_at"),
                Rows.instantOrNull(row, "finished_at"),
                row.getString("sync_type"),
                row.getString("client_sync_type"),
                SyncSession.Outcome.valueOf(row.getString("outcome")),
                row.getBoolean("requested_clean"),
                row.getBoolean("pushed"),
                row.getInt("rules_sent"),
                row.getObject("rules_received", Long.class),
                row.getObject("rules_processed", Long.class),
                row.getLong("events_uploaded"),
                row.getLong("bytes_in"),
                row.getLong("bytes_out"),
                row.getString("encoding"),
                row.getString("rules_hash_before"),
                row.getString("rules_hash_after"),
                row.getString("explanation"));
    }
}
