package io.gatehouse.vault;

import io.gatehouse.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code vault.erasable_key}. Only functions of the database may delete them. */
@Repository
final class ErasableKeyStore {

    private final JdbcClient jdbc;

    ErasableKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(UUID id, String name, byte[] wrapped) {}

    List<Row> named(OrganizationId organization, Collection<String> names) {
        return jdbc.sql("""
                        select id, name, wrapped from vault.erasable_key
                        where organization_id = :organization and name = any(:names)
                        """)
                .param("organization", organization.value())
                .param("names", names.toArray(String[]::new))
                .query(ErasableKeyStore::row)
                .list();
    }

    List<Row> of(OrganizationId organization, Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, name, wrapped from vault.erasable_key
                        where organization_id = :organization and id = any(:ids)
                        """)
                .param("organization", organization.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(ErasableKeyStore::row)
                .list();
    }

    /** Lets one transaction at a time make keys of the organization: two that make several never wait for each other. */
    void lock(OrganizationId organization) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('vault.erasable_key ' || :organization, 0))")
                .param("organization", organization.toString())
                .query((_, _) -> true)
                .single();
    }

    /** Leaves a key of such a name that exists as it is. */
    void insert(OrganizationId organization, Collection<Row> keys) {
        jdbc.sql("""
                        insert into vault.erasable_key (organization_id, id, name, wrapped)
                        select :organization, * from unnest(:ids::uuid[], :names::text[], :wrapped::bytea[])
                        order by 3 on conflict do nothing
                        """)
                .param("organization", organization.value())
                .param("ids", keys.stream().map(Row::id).toArray(UUID[]::new))
                .param("names", keys.stream().map(Row::name).toArray(String[]::new))
                .param("wrapped", keys.stream().map(Row::wrapped).toArray(byte[][]::new))
                .update();
    }

    /**
     * Which of the keys still exist.
     *
     * @param kept stay until the transaction ends
     */
    Set<UUID> keep(Collection<UUID> kept, Collection<UUID> present) {
        return jdbc
                .sql("select id from vault.keep_erasable_keys(:kept::uuid[], :present::uuid[]) as id")
                .param("kept", kept.toArray(UUID[]::new))
                .param("present", present.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getString("name"), row.getBytes("wrapped"));
    }
}
