package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each entry is in the tree or waits for it, and nothing else waits. */
@Repository
final class QueueCheck {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    QueueCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param isKnown whether it is in the tree or waits */
    record Entry(Instant recordedAt, UUID id, boolean isKnown) {}

    /** Entries after a position, oldest first. */
    List<Entry> entries(OrganizationScope scope, Position after, Instant until, int limit) {
        return jdbc.sql("""
                        select e.recorded_at, e.id, l.entry_id is not null or p.entry_id is not null as is_known
                        from (select recorded_at, id from ledger.entry
                              where organization_id = :organization and (recorded_at, id) > (:at, :id)
                                  and recorded_at <= :until
                              order by recorded_at, id limit :limit) e
                        left join ledger.leaf l on l.organization_id = :organization and l.entry_id = e.id
                        left join ledger.pending p on p.organization_id = :organization and p.entry_id = e.id
                        order by e.recorded_at, e.id
                        """)
                .param("organization", scope.organization().value())
                .param("at", after.entriesAt().atOffset(ZoneOffset.UTC))
                .param("id", after.entriesId())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Entry(
                        Rows.instant(row, "recorded_at"), row.getObject("id", UUID.class), row.getBoolean("is_known")))
                .list();
    }

    static List<Mismatch> unknown(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> !entry.isKnown())
                .map(entry -> Mismatch.entry(
                        Finding.ENTRY_NOT_IN_TREE,
                        entry.id(),
                        "Entry " + entry.id() + " of " + entry.recordedAt() + " is not in the tree, nor does it wait"))
                .toList();
    }

    /** What waits and should not. */
    List<Mismatch> strange(OrganizationScope scope) {
        return jdbc
                .sql("""
                        select p.entry_id from ledger.pending p
                        left join ledger.entry e on e.organization_id = p.organization_id and e.id = p.entry_id
                        where p.organization_id = :organization
                            and (e.id is null or e.leaf_hash <> p.hash
                                 or exists (select from ledger.leaf l
                                            where l.organization_id = p.organization_id and l.entry_id = p.entry_id))
                        order by p.entry_id limit :limit
                        """)
                .param("organization", scope.organization().value())
                .param("limit", MOST)
                .query((row, _) -> row.getObject("entry_id", UUID.class))
                .stream()
                .map(entry -> Mismatch.entry(
                        Finding.QUEUE_CHANGED,
                        entry,
                        "What waits for the tree under " + entry + " is not an entry of the book"))
                .toList();
    }
}
