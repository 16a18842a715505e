package io.gatehouse.identity.connections;

import io.gatehouse.identity.keys.PermissionNames;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.device_code}. */
@Repository
final class DeviceCodeStore {

    private final JdbcClient jdbc;

    DeviceCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DeviceCode code, byte[] userHash) {
        jdbc.sql("""
                        insert into identity.device_code
                          (device_hash, user_hash, program, permissions, address, asked_at, expires_at)
                        values (:device, :user, :program, :permissions, left(:address, 50), :asked, :expires)
                        """)
                .param("device", code.deviceHash())
                .param("user", userHash)
                .param("program", code.program())
                .param("permissions", PermissionNames.of(code.permissions()))
                .param("address", code.address())
                .param("asked", code.askedAt().atOffset(ZoneOffset.UTC))
                .param("expires", code.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    int count(String address) {
        return jdbc.sql("select count(*) from identity.device_code where address = left(:address, 50)")
                .param("address", address)
                .query(Integer.class)
                .single();
    }

    Optional<DeviceCode> lock(byte[] deviceHash) {
        return jdbc.sql("select * from identity.device_code where device_hash = :hash for update")
                .param("hash", deviceHash)
                .query(DeviceCodeStore::code)
                .optional();
    }

    Optional<DeviceCode> lockByUserCode(byte[] userHash) {
        return jdbc.sql("select * from identity.device_code where user_hash = :hash for update")
                .param("hash", userHash)
                .query(DeviceCodeStore::code)
                .optional();
    }

    void polled(byte[] deviceHash, Instant now, int waitSeconds) {
        jdbc.sql("update identity.device_code set polled_at = :now, wait_seconds = :wait where device_hash = :hash")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("wait", waitSeconds)
                .param("hash", deviceHash)
                .update();
    }

    void allow(byte[] deviceHash, UUID connection) {
        jdbc.sql("update identity.device_code set connection_id = :connection where device_hash = :hash")
                .param("connection", connection)
                .param("hash", deviceHash)
                .update();
    }

    void deny(byte[] deviceHash) {
        jdbc.sql("update identity.device_code set denied = true where device_hash = :hash")
                .param("hash", deviceHash)
                .update();
    }

    void delete(byte[] deviceHash) {
        jdbc.sql("delete from identity.device_code where device_hash = :hash")
                .param("hash", deviceHash)
                .update();
    }

    void deleteBefore(Instant time) {
        jdbc.sql("delete from identity.device_code where expires_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static DeviceCode code(ResultSet row, int number) throws SQLException {
        return new DeviceCode(
                row.getBytes("device_hash"),
                row.getString("program"),
                PermissionNames.read(row, "permissions"),
                row.getString("address"),
                Rows.instant(row, "asked_at"),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "polled_at"),
                row.getInt("wait_seconds"),
                row.getBoolean("denied"),
                row.getObject("connection_id", UUID.class));
    }
}
