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

    /** What the check brought to light. */
    void checked(OrganizationScope scope, String name, Checked checked, Instant now) {
        jdbc.sql("""
                        update identity.domain set checked_at = :now, finding = :finding,
                            missing_since = case
                                when :finding::text is null or verified_by is distinct from 'DNS' then null
                                when :missing then coalesce(missing_since, :now)
                                else missing_since end
                        where organization_id = :organization and name = :name
                        """)
                .param("organization", scope.organization().value())
                .param("name", name)
                .param("finding", checked.finding())
                .param("missing", checked.missing())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the proof away whose record has been gone since that time; answers whether it did. */
    boolean lapse(OrganizationScope scope, String name, Instant since) {
        return jdbc.sql("""
                        update identity.domain set verified_at = null, verified_by = null, missing_since = null
                        where organization_id = :organization and name = :name and verified_by = 'DNS'
                          and missing_since <= :since
                        """)
                        .param("organization", scope.organization().value())
                        .param("name", name)
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those proven by the DNS that were checked last before that time, in a transaction of the installation. */
    List<Due> due(Instant time, int limit) {
        return jdbc.sql("""
                        select organization_id, name from identity.domain
                        where verified_by = 'DNS' and (checked_at is null or checked_at < :time)
                        order by checked_at nulls first limit :limit
                        """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Due(
                        new OrganizationId(row.getObject("organization_id", UUID.class)), row.getString("name")))
                .list();
    }

    /** Those whose record is gone, in a transaction of the installation. */
    List<Domains.Lapsing> lapsing() {
        return jdbc.sql("""
                        select organization_id, name, missing_since from identity.domain
                        where missing_since is not null order by name
                        """)
                .query((row, _) -> new Domains.Lapsing(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        row.getString("name"),
                        Rows.instant(row, "missing_since").plus(Domain.GRACE)))
                .list();
    }

    /** One to be checked. */
    record Due(OrganizationId organization, String name) {}

    /**
     * What came of looking for the record.
     *
     * @param finding what is wrong, in words; null when nothing is
     * @param missing whether the DNS answered, and the record is not there
     */
    record Checked(@Nullable String finding, boolean missing) {}

    void verify(OrganizationScope scope, String name, Domain.Proof proof, Instant now) {
        jdbc.sql("""
                        update identity.domain set verified_at = :now, verified_by = :proof, finding = null,
                            missing_since = null
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
        Instant missing = Rows.instantOrNull(row, "missing_since");
        return new Domain(
                row.getString("name"),
                Domain.RECORD_PREFIX + row.getString("name"),
                Domain.VALUE_PREFIX + row.getString("token"),
                Rows.instant(row, "claimed_at"),
                Rows.instantOrNull(row, "verified_at"),
                proof == null ? null : Domain.Proof.valueOf(proof),
                Rows.instantOrNull(row, "checked_at"),
                row.getString("finding"),
                missing == null ? null : missing.plus(Domain.GRACE));
    }
}
