package io.gatehouse.identity.organizations;

import io.gatehouse.kernel.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.organization_logo}. */
@Repository
final class LogoStore {

    private final JdbcClient jdbc;

    LogoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(OrganizationId organization, byte[] sha256) {
        return jdbc.sql("""
                        select png from identity.organization_logo
                        where organization_id = :organization and sha256 = :sha256
                        """)
                .param("organization", organization.value())
                .param("sha256", sha256)
                .query((row, _) -> row.getBytes("png"))
                .optional();
    }

    void save(OrganizationId organization, byte[] png, byte[] sha256, Instant at) {
        jdbc.sql("""
                        insert into identity.organization_logo (organization_id, png, sha256, changed_at)
                        values (:organization, :png, :sha256, :at)
                        on conflict (organization_id) do update set
                            png = excluded.png, sha256 = excluded.sha256, changed_at = excluded.changed_at
                        """)
                .param("organization", organization.value())
                .param("png", png)
                .param("sha256", sha256)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(OrganizationId organization) {
        jdbc.sql("delete from identity.organization_logo where organization_id = :organization")
                .param("organization", organization.value())
                .update();
    }
}
