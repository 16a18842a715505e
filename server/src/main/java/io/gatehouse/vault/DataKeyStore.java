package io.gatehouse.vault;

import io.gatehouse.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code vault.data_key}, and of {@code vault.installation_key} where the organization is null. */
@Repository
final class DataKeyStore {

    private final JdbcClient jdbc;

    DataKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(byte[] wrapped, String masterKey) {}

    Optional<Row> find(@Nullable OrganizationId organization, int version) {
        return organization == null ? findInstallations(version) : findOrganizations(organization, version);
    }

    void insert(@Nullable OrganizationId organization, int version, byte[] wrapped, String masterKey) {
        if (organization == null) {
            insertInstallations(version, wrapped, masterKey);
        } else {
            insertOrganizations(organization, version, wrapped, masterKey);
        }
    }

    private Optional<Row> findInstallations(int version) {
        return jdbc.sql("select wrapped, master_key from vault.installation_key where version = :version")
                .param("version", version)
                .query(DataKeyStore::row)
                .optional();
    }

    private void insertInstallations(int version, byte[] wrapped, String masterKey) {
        jdbc.sql("""
                        insert into vault.installation_key (version, wrapped, master_key)
                        values (:version, :wrapped, :master) on conflict do nothing
                        """)
                .param("version", version)
                .param("wrapped", wrapped)
                .param("master", masterKey)
                .update();
    }

    private Optional<Row> findOrganizations(OrganizationId organization, int version) {
        return jdbc.sql("""
                        select wrapped, master_key from vault.data_key
                        where organization_id = :organization and version = :version
                        """)
                .param("organization", organization.value())
                .param("version", version)
                .query(DataKeyStore::row)
                .optional();
    }

    private void insertOrganizations(OrganizationId organization, int version, byte[] wrapped, String masterKey) {
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

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getBytes("wrapped"), row.getString("master_key"));
    }
}
