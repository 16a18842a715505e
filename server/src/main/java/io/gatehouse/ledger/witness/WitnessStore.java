package io.gatehouse.ledger.witness;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.ledger.checkpoint.CosignerKey;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code ledger.witness}, {@code ledger.cosignature} and {@code ledger.witness_policy}. */
@Repository
final class WitnessStore {

    private final JdbcClient jdbc;

    WitnessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that should be asked. */
    record Due(OrganizationId organization, UUID witness) {}

    /** How it stands with a witness. */
    record Standing(
            Witness witness,
            @Nullable Instant cosignedAt,
            @Nullable Outcome outcome,
            @Nullable String detail,
            @Nullable Instant saidAt) {}

    /** Of all organizations, those whose ledger grew since they cosigned it. */
    List<Due> due(Instant now, int limit) {
        return jdbc.sql("""
                        select w.organization_id, w.id from ledger.witness w
                        cross join lateral (
                            select size from ledger.checkpoint c where c.organization_id = w.organization_id
                            order by size desc limit 1) latest
                        where w.removed_at is null and w.next_at <= :now and latest.size > w.size
                        order by w.next_at limit :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Due(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        row.getObject("id", UUID.class)))
                .list();
    }

    List<Standing> list(OrganizationScope scope) {
        return jdbc.sql("""
                        select * from ledger.witness where organization_id = :organization and removed_at is null
                        order by name
                        """)
                .param("organization", scope.organization().value())
                .query(WitnessStore::standing)
                .list();
    }

    Optional<Standing> find(OrganizationScope scope, UUID id) {
        return jdbc.sql("""
                        select * from ledger.witness
                        where organization_id = :organization and id = :id and removed_at is null
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(WitnessStore::standing)
                .optional();
    }

    /** Lets changes of the list and of the policy in one organization go one after the other. */
    void lock(OrganizationScope scope) {
        jdbc.sql("""
                        insert into ledger.witness_policy (organization_id, needed) values (:organization, 0)
                        on conflict (organization_id) do update set needed = witness_policy.needed
                        """).param("organization", scope.organization().value()).update();
    }

    int needed(OrganizationScope scope) {
        return jdbc.sql("select needed from ledger.witness_policy where organization_id = :organization")
                .param("organization", scope.organization().value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void need(OrganizationScope scope, int needed) {
        jdbc.sql("update ledger.witness_policy set needed = :needed where organization_id = :organization")
                .param("organization", scope.organization().value())
                .param("needed", needed)
                .update();
    }

    void insert(OrganizationScope scope, Witness witness, Instant at) {
        jdbc.sql("""
                        insert into ledger.witness (organization_id, id, name, url, keys, added_at, next_at)
                        values (:organization, :id, :name, :url, :keys, :at, :at)
                        """)
                .param("organization", scope.organization().value())
                .param("id", witness.id())
                .param("name", witness.name())
                .param("url", witness.url().toString())
                .param("keys", witness.keys().stream().map(CosignerKey::text).toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(OrganizationScope scope, UUID id, Instant at) {
        jdbc.sql("update ledger.witness set removed_at = :at where organization_id = :organization and id = :id")
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps cosignatures; those of a size that it cosigned before stay as they are. */
    void keep(OrganizationScope scope, UUID id, Said said, Instant at) {
        jdbc.sql("""
                        insert into ledger.cosignature (organization_id, size, witness_id, lines)
                        values (:organization, :size, :id, :lines) on conflict do nothing
                        """)
                .param("organization", scope.organization().value())
                .param("size", said.size())
                .param("id", id)
                .param("lines", said.lines())
                .update();
        jdbc.sql("""
                        update ledger.witness set size = greatest(size, :size), cosigned_at = :at, outcome = null,
                            detail = null, said_at = :at, failures = 0, next_at = :at
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("size", said.size())
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes that it did not cosign, and when it is asked again. */
    void fail(OrganizationScope scope, UUID id, Said said, Instant at, Instant next) {
        jdbc.sql("""
                        update ledger.witness set outcome = :outcome, detail = :detail, said_at = :at,
                            failures = failures + 1, next_at = :next
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("outcome", said.outcome().name())
                .param("detail", said.detail())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("next", next.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Standing(
                new Witness(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        URI.create(row.getString("url")),
                        Arrays.stream((String[]) row.getArray("keys").getArray())
                                .map(CosignerKey::parse)
                                .toList(),
                        row.getLong("size"),
                        row.getInt("failures")),
                Rows.instantOrNull(row, "cosigned_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("detail"),
                Rows.instantOrNull(row, "said_at"));
    }
}
