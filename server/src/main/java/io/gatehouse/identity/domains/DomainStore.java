package io.gatehouse.identity.domains;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
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

/** Rows of {@code identity.domain}. */
@Repository
final class DomainStore {

    private final JdbcClient jdbc;

    DomainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Domain> list(OrganizationScope scope) {
        return jdbc.sql("select * from identity.domain where organization_id = :organization order by name")
                .param("organization", scope.organization().value())
                .query(DomainStore::domain)
                .list();
    }

    Optional<Domain> find(OrganizationScope scope, String name) {
        return jdbc.sql("select * from identity.domain where organization_id = :organization and name = :name")
                .param("organization", scope.organization().value())
                .param("name", name)
                .query(DomainStore::domain)
                .optional();
    }

    /** Whether it was not claimed there before. */
    boolean insert(OrganizationScope scope, String name, String token, Instant now) {
        return jdbc.sql("""
                        insert into identity.domain (organization_id, name, token, claimed_at, claimed_by)
                        values (:organization, :name, :token, :now, :person) on conflict do nothing
                        """)
                        .param("organization", scope.organization().value())
                        .param("name", name)
                        .param("token", token)
                        .param(
                                "person",
                                scope.actor().asPerson().map(PersonId::value).orElse(null))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What the check brought to light; a domain that was proven stays so. */
    void checked(OrganizationScope scope, String name, @Nullable String finding, Instant now) {
        jdbc.sql("""
                        update identity.domain set checked_at = :now, finding = :finding
                        where organization_id = :organization and name = :name
                        """)
                .param("organization", scope.organization().value())
                .param("name", name)
                .param("finding", finding)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void verify(OrganizationScope scope, String name, Domain.Proof proof, Instant now) {
        jdbc.sql("""
                        update identity.domain set verified_at = :now, verified_by = :proof, finding = null
                        where organization_id = :organization and name = :name
                        """)
                .param("organization", scope.organization().value())
                .param("name", name)
                .param("proof", proof.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(OrganizationScope scope, String name) {
        jdbc.sql("delete from identity.domain where organization_id = :organization and name = :name")
                .param("organization", scope.organization().value())
                .param("name", name)
                .update();
    }

    /** Whose it is, in the caller's open transaction of the installation. */
    Optional<OrganizationId> owner(String name) {
        return jdbc.sql("select organization_id from identity.domain where name = :name and verified_at is not null")
                .param("name", name)
                .query((row, _) -> new OrganizationId(row.getObject("organization_id", UUID.class)))
                .optional();
    }

    /** Claims that wait for a proof, in the caller's open transaction of the installation. */
    List<Claim> waiting(int limit) {
        return jdbc.sql("""
                        select d.organization_id, o.name as organization_name, d.name, d.claimed_at,
                               p.display_name, p.email
                        from identity.domain d
                        join kernel.organization o on o.id = d.organization_id
                        left join identity.person p on p.id = d.claimed_by
                        where d.verified_at is null order by d.claimed_at limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) -> new Claim(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        row.getString("organization_name"),
                        row.getString("name"),
                        Rows.instant(row, "claimed_at"),
                        row.getString("display_name"),
                        row.getString("email")))
                .list();
    }

    /**
     * An organization's word that a domain is its own.
     *
     * @param claimedBy name of whoever said so; null when a program did, or nobody knows any more
     * @param claimedByEmail their address; null with it
     */
    record Claim(
            OrganizationId organization,
            String organizationName,
            String name,
            Instant claimedAt,
            @Nullable String claimedBy,
            @Nullable String claimedByEmail) {}

    private static Domain domain(ResultSet row, int number) throws SQLException {
        String proof = row.getString("verified_by");
        return new Domain(
                row.getString("name"),
                Domain.RECORD_PREFIX + row.getString("name"),
                Domain.VALUE_PREFIX + row.getString("token"),
                Rows.instant(row, "claimed_at"),
                Rows.instantOrNull(row, "verified_at"),
                proof == null ? null : Domain.Proof.valueOf(proof),
                Rows.instantOrNull(row, "checked_at"),
                row.getString("finding"));
    }
}
