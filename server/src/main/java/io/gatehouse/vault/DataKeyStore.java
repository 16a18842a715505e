package io.gatehouse.vault;

import io.gatehouse.kernel.OrganizationId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code vault.data_key}. */
@Repository
final class DataKeyStore {

    private final JdbcClient jdbc;

    DataKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(byte[] wrapped, String masterKey) {}

    Optional<Row> find(OrganizationId organization, int version) {
        return jdbc.sql("""
                        select wrapped, master_key from vault.data_key
                        where organization_id = :organization and version = :version
                        """)
                .param("organization", organization.value())
                .param("version", version)
                .query((row, _) -> new Row(row.getBytes("wrapped"), row.getString("master_key")))
                .optional();
    }

    void insert(OrganizationId organization, int version, byte[] wrapped, String masterKey) {
        jdbc.sql("""
                        insert into vault.data_key (organization_id, version, wrapped, master_key)
                        values (:organization, :version, :wrapped, :master) on conflict do nothing
                        """)
                .param("organization", organization.value())
                .param("version", version)
                .param("wrapped", wrapped)
                .param("master", masterKey)
                .update();
    }
}
