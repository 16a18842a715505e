package io.gatehouse.ledger.log;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.checkpoint.Checkpoint;
import io.gatehouse.ledger.checkpoint.Origins;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code ledger.unlogged} and {@code ledger.logged_checkpoint}. */
@Repository
final class LogOfLogsStore {

    private final JdbcClient jdbc;

    LogOfLogsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An organization's checkpoint that the log of logs is to take. */
    record Unlogged(OrganizationId organization, Checkpoint checkpoint) {}

    /** An organization's checkpoint that the log of logs took. */
    record Logged(UUID leaf, Checkpoint checkpoint) {}

    /** A leaf of the log of logs. */
    record Leaf(UUID id, Unlogged of, byte[] hash) {}

    /** Takes the latest checkpoint of each organization whose latest was not taken yet, at most so many. */
    List<Unlogged> take(int limit) {
        return jdbc.sql("""
                        with taken as (
                            delete from ledger.unlogged where organization_id in
                                (select organization_id from ledger.unlogged order by organization_id limit :limit)
                            returning organization_id)
                        select t.organization_id, t.origin, c.size, c.root from taken
                        join ledger.tree t on t.organization_id = taken.organization_id
                        cross join lateral (
                            select size, root from ledger.checkpoint
                            where organization_id = t.organization_id order by size desc limit 1) c
                        """)
                .param("limit", limit)
                .query((row, _) -> new Unlogged(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        new Checkpoint(row.getString("origin"), row.getLong("size"), row.getBytes("root"))))
                .list();
    }

    /** Lets the sequencer know of the leaves, and remembers whose they are. */
    void insert(List<Leaf> leaves) {
        jdbc.sql("""
                        with logged as (
                            insert into ledger.logged_checkpoint (organization_id, size, leaf_id)
                            select * from unnest(:organizations::uuid[], :sizes::bigint[], :ids::uuid[]))
                        insert into ledger.pending (organization_id, entry_id, hash)
                        select :logOfLogs, * from unnest(:ids::uuid[], :hashes::bytea[])
                        """)
                .param(
                        "organizations",
                        leaves.stream()
                                .map(leaf -> leaf.of().organization().value())
                                .toArray(UUID[]::new))
                .param(
                        "sizes",
                        leaves.stream()
                                .map(leaf -> leaf.of().checkpoint().size())
                                .toArray(Long[]::new))
                .param("ids", leaves.stream().map(Leaf::id).toArray(UUID[]::new))
                .param("hashes", leaves.stream().map(Leaf::hash).toArray(byte[][]::new))
                .param("logOfLogs", Origins.LOG_OF_LOGS.value())
                .update();
    }

    /** The latest that the log of logs took. */
    Optional<Logged> latest(OrganizationScope scope) {
        return jdbc.sql("""
                        select l.leaf_id, t.origin, c.size, c.root from ledger.logged_checkpoint l
                        join ledger.tree t on t.organization_id = l.organization_id
                        join ledger.checkpoint c on c.organization_id = l.organization_id and c.size = l.size
                        where l.organization_id = :organization order by l.size desc limit 1
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> new Logged(
                        row.getObject("leaf_id", UUID.class),
                        new Checkpoint(row.getString("origin"), row.getLong("size"), row.getBytes("root"))))
                .optional();
    }
}
