package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.kernel.Rows;
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

/** Rows of {@code identity.saml_metadata}. */
@Repository
final class MetadataStore {

    private final JdbcClient jdbc;

    MetadataStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was read.
     *
     * @param address where
     * @param problem why the latest try failed; null when it did not
     */
    record Row(
            String address,
            String xml,
            Instant readAt,
            @Nullable String problem) {}

    Optional<Row> find(IdentityProvider provider) {
        return jdbc.sql("""
                        select address, xml, read_at, problem from identity.saml_metadata
                        where organization_id = :organization and provider_id = :provider
                        """)
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .query(MetadataStore::row)
                .optional();
    }

    void save(IdentityProvider provider, String address, String xml, Instant now) {
        jdbc.sql("""
                        insert into identity.saml_metadata (organization_id, provider_id, address, xml, read_at)
                        values (:organization, :provider, :address, :xml, :now)
                        on conflict (organization_id, provider_id)
                        do update set address = :address, xml = :xml, read_at = :now, problem = null
                        """)
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .param("address", address)
                .param("xml", xml)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void failed(IdentityProvider provider, String problem) {
        jdbc.sql("""
                        update identity.saml_metadata set problem = left(:problem, 500)
                        where organization_id = :organization and provider_id = :provider
                        """)
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .param("problem", problem)
                .update();
    }

    /** Providers whose metadata was read at an address before that time. */
    List<UUID> readBefore(Instant time) {
        return jdbc.sql("select provider_id from identity.saml_metadata where read_at < :time order by read_at")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject("provider_id", UUID.class))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("address"), row.getString("xml"), Rows.instant(row, "read_at"), row.getString("problem"));
    }
}
