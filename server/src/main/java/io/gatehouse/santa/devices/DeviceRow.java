package io.gatehouse.santa.devices;

import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code santa.device} with what its syncs left.
 *
 * @param held up to which sequence its policy is held; -1: nothing of it
 */
record DeviceRow(
        UUID id,
        String machineId,
        String hostname,
        String serialNumber,
        String modelIdentifier,
        String osVersion,
        String osBuild,
        String santaVersion,
        String clientMode,
        String primaryUser,
        List<String> primaryUserGroups,
        long sipStatus,
        boolean pushToken,
        UUID policyId,
        boolean hasOwnLayer,
        @Nullable UUID ownerId,
        Device.EnrolmentRef enrolment,
        Instant enrolledAt,
        Device.Credential credential,
        DeviceHealth health,
        @Nullable Instant lastSyncAt,
        @Nullable Instant nextExpectedAt,
        Device.Counts counts,
        Device.RulesHash rulesHash,
        long held,
        long head,
        @Nullable String requestedClean,
        @Nullable Instant retiredAt) {

    static DeviceRow of(ResultSet row, int number) throws SQLException {
        return new DeviceRow(
                row.getObject("id", UUID.class),
                row.getString("machine_id"),
                row.getString("hostname"),
                row.getString("serial_number"),
                row.getString("model_identifier"),
                row.getString("os_version"),
                row.getString("os_build"),
                row.getString("santa_version"),
                row.getString("client_mode"),
                row.getString("primary_user"),
                List.of((String[]) row.getArray("primary_user_groups").getArray()),
                row.getLong("sip_status"),
                !row.getString("push_token").isEmpty(),
                row.getObject("policy_id", UUID.class),
                row.getBoolean("has_own_layer"),
                row.getObject("owner_id", UUID.class),
                new Device.EnrolmentRef(row.getObject("enrolment_id", UUID.class), row.getString("enrolment_name")),
                Rows.instant(row, "enrolled_at"),
                new Device.Credential(
                        row.getString("credential_kind"),
                        Rows.instant(row, "bound_at"),
                        Rows.instantOrNull(row, "released_until"),
                        row.getString("certificate_subject")),
                DeviceHealth.valueOf(row.getString("health")),
                Rows.instantOrNull(row, "last_sync_at"),
                Rows.instantOrNull(row, "next_expected_at"),
                counts(row),
                rulesHash(row),
                row.getLong("held"),
                row.getLong("head"),
                row.getString("clean_requested"),
                Rows.instantOrNull(row, "retired_at"));
    }

    private static Device.Counts counts(ResultSet row) throws SQLException {
        return new Device.Counts(
                row.getLong("binary_rules"),
                row.getLong("certificate_rules"),
                row.getLong("compiler_rules"),
                row.getLong("transitive_rules"),
                row.getLong("teamid_rules"),
                row.getLong("signingid_rules"),
                row.getLong("cdhash_rules"));
    }

    private static Device.RulesHash rulesHash(ResultSet row) throws SQLException {
        return new Device.RulesHash(
                orNull(row.getString("rules_hash")), orNull(row.getString("acked_hash")), row.getString("hash_state"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
