package io.gatehouse.santa.sync.credential;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.santa.protocol.vocabulary.SyncType;
import io.gatehouse.santa.sync.session.HashState;
import io.gatehouse.santa.sync.session.Held;
import io.gatehouse.santa.sync.session.RuleCounts;
import io.gatehouse.santa.sync.session.Session;
import io.gatehouse.santa.sync.session.SessionKind;
import io.gatehouse.santa.sync.session.SyncState;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a device and all that is kept of its syncs in one round trip. */
@Repository
class DeviceReader {

    private final JdbcClient jdbc;

    DeviceReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KnownDevice> find(OrganizationId organization, String machineId) {
        return jdbc.sql("select * from santa.sync_read(?, ?)")
                .param(organization.value())
                .param(machineId)
                .query((row, _) -> device(organization, row))
                .optional();
    }

    private static KnownDevice device(OrganizationId organization, ResultSet row) throws SQLException {
        return new KnownDevice(
                organization,
                row.getObject("id", UUID.class),
                row.getObject("enrolment_id", UUID.class),
                bytes(row, "certificate_hash"),
                row.getBoolean("credential_released"),
                row.getObject("policy_id", UUID.class),
                ids(row, "tag_ids"),
                ids(row, "carried_tag_ids"),
                row.getBoolean("has_own_layer"),
                row.getLong("head_sequence"),
                row.getString("santa_version"),
                row.getString("client_mode"),
                bytes(row, "inventory_hash"),
                row.getInt("pending_requests"),
                state(row));
    }

    private static SyncState state(ResultSet row) throws SQLException {
        String clean = row.getString("clean_requested");
        return new SyncState(
                new Held(
                        row.getObject("acked_policy_id", UUID.class),
                        row.getLong("acked_sequence"),
                        row.getInt("acked_capabilities"),
                        row.getString("acked_hash")),
                session(row),
                row.getString("rules_hash"),
                HashState.valueOf(row.getString("hash_state")),
                counts(row),
                clean == null ? null : SyncType.valueOf(clean),
                row.getInt("interval_seconds"),
                Rows.instantOrNull(row, "last_preflight_at"),
                Rows.instantOrNull(row, "last_sync_at"),
                Rows.instantOrNull(row, "next_expected_at"));
    }

    private static @Nullable Session session(ResultSet row) throws SQLException {
        UUID id = row.getObject("session_id", UUID.class);
        Instant startedAt = Rows.instantOrNull(row, "session_started_at");
        if (id == null || startedAt == null) {
            return null;
        }
        return new Session(
                id,
                SessionKind.valueOf(row.getString("session_kind")),
                SyncType.valueOf(row.getString("session_type")),
                new Held(
                        row.getObject("session_policy_id", UUID.class),
                        row.getLong("session_to"),
                        row.getInt("session_capabilities"),
                        row.getString("session_hash")),
                row.getInt("session_rules"),
                row.getBoolean("session_requested_clean"),
                row.getBoolean("session_pushed"),
                startedAt,
                row.getString("session_hash_before"),
                row.getString("session_encoding"),
                id.equals(row.getObject("received_session_id", UUID.class)),
                Rows.instantOrNull(row, "session_finished_at"));
    }

    private static RuleCounts counts(ResultSet row) throws SQLException {
        return new RuleCounts(
                row.getLong("binary_rules"),
                row.getLong("certificate_rules"),
                row.getLong("compiler_rules"),
                row.getLong("transitive_rules"),
                row.getLong("teamid_rules"),
                row.getLong("signingid_rules"),
                row.getLong("cdhash_rules"));
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }

    private static @Nullable ByteBuffer bytes(ResultSet row, String column) throws SQLException {
        byte[] value = row.getBytes(column);
        return value == null ? null : ByteBuffer.wrap(value);
    }
}
