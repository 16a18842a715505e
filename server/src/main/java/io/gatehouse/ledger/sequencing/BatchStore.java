package io.gatehouse.ledger.sequencing;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.ledger.checkpoint.Origins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a batch takes from {@code ledger.pending}, and the rows of the trees that it makes of it. */
@Repository
final class BatchStore {

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry that waits. */
    record Pending(OrganizationId organization, UUID entry, byte[] hash) {}

    /**
     * Where a tree stands.
     *
     * @param firstKey version of the key that first signed it
     * @param announcedKey latest version that an entry in the tree tells of; 0 when none does
     */
    record Head(OrganizationId organization, String origin, int firstKey, int announcedKey, long size, byte[] edge) {}

    boolean isAnythingPending() {
        return jdbc.sql("select exists (select from ledger.pending)")
                .query(Boolean.class)
                .single();
    }

    /** Organizations whose entries wait. */
    List<OrganizationId> waiting() {
        return jdbc.sql("select distinct organization_id from ledger.pending")
                .query((row, _) -> organization(row))
                .list();
    }

    /**
     * Takes the oldest entries out of the queue.
     *
     * @param only of this organization; null: of all
     */
    List<Pending> take(int limit, @Nullable OrganizationId only) {
        return jdbc.sql("""
                        delete from ledger.pending where (entry_id, organization_id) in
                            (select entry_id, organization_id from ledger.pending
                             where :only::uuid is null or organization_id = :only::uuid
                             order by entry_id limit :limit)
                        returning organization_id, entry_id, hash
                        """)
                .param("only", only == null ? null : only.value())
                .param("limit", limit)
                .query((row, _) ->
                        new Pending(organization(row), row.getObject("entry_id", UUID.class), row.getBytes("hash")))
                .list();
    }

    /** Where the trees of these organizations stand; nothing of those that have none yet. */
    List<Head> heads(Collection<OrganizationId> organizations) {
        return jdbc.sql("""
                        select t.organization_id, t.origin, t.first_key, c.size, c.edge,
                            (select max(a.version) from ledger.key_announcement a
                             join ledger.leaf l on l.organization_id = a.organization_id and l.entry_id = a.entry_id
                             where a.organization_id = t.organization_id) as announced_key
                        from ledger.tree t
                        cross join lateral (
                            select size, edge from ledger.checkpoint
                            where organization_id = t.organization_id order by size desc limit 1) c
                        where t.organization_id = any(:organizations)
                        """)
                .param(
                        "organizations",
                        organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .query((row, _) -> new Head(
                        organization(row),
                        row.getString("origin"),
                        row.getInt("first_key"),
                        row.getInt("announced_key"),
                        row.getLong("size"),
                        row.getBytes("edge")))
                .list();
    }

    void insertTrees(List<Growth> made) {
        if (made.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into ledger.tree (organization_id, origin, first_key)
                        select * from unnest(:organizations::uuid[], :origins::text[], :keys::integer[])
                        """)
                .param("organizations", organizations(made, Growth::organization))
                .param("origins", made.stream().map(Growth::origin).toArray(String[]::new))
                .param("keys", made.stream().map(Growth::key).toArray(Integer[]::new))
                .update();
    }

    void insertLeaves(List<Growth.Leaf> leaves) {
        jdbc.sql("""
                        insert into ledger.leaf (organization_id, index, entry_id, hash)
                        select * from unnest(:organizations::uuid[], :indexes::bigint[], :entries::uuid[],
                            :hashes::bytea[])
                        """)
                .param("organizations", organizations(leaves, Growth.Leaf::organization))
                .param("indexes", leaves.stream().map(Growth.Leaf::index).toArray(Long[]::new))
                .param("entries", leaves.stream().map(Growth.Leaf::entry).toArray(UUID[]::new))
                .param("hashes", leaves.stream().map(Growth.Leaf::hash).toArray(byte[][]::new))
                .update();
    }

    void insertNodes(List<Growth.Node> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into ledger.node (organization_id, level, number, hash)
                        select * from unnest(:organizations::uuid[], :levels::smallint[], :numbers::bigint[],
                            :hashes::bytea[])
                        """)
                .param("organizations", organizations(nodes, Growth.Node::organization))
                .param("levels", nodes.stream().map(node -> node.node().level()).toArray(Integer[]::new))
                .param(
                        "numbers",
                        nodes.stream().map(node -> node.node().number()).toArray(Long[]::new))
                .param("hashes", nodes.stream().map(node -> node.node().hash()).toArray(byte[][]::new))
                .update();
    }

    /** Inserts checkpoints and, by the same statement, notes whose the log of logs has yet to take. */
    void insertCheckpoints(List<Growth.Sealed> checkpoints, Instant at) {
        jdbc.sql("""
                        with unlogged as (
                            insert into ledger.unlogged (organization_id)
                            select id from unnest(:organizations::uuid[]) o(id) where id <> :logOfLogs
                            on conflict do nothing)
                        insert into ledger.checkpoint (organization_id, size, root, edge, note, sealed_at)
                        select c.*, :at from unnest(:organizations::uuid[], :sizes::bigint[], :roots::bytea[],
                            :edges::bytea[], :notes::text[]) c
                        """)
                .param("organizations", organizations(checkpoints, Growth.Sealed::organization))
                .param(
                        "sizes",
                        checkpoints.stream().map(one -> one.checkpoint().size()).toArray(Long[]::new))
                .param(
                        "roots",
                        checkpoints.stream().map(one -> one.checkpoint().root()).toArray(byte[][]::new))
                .param("edges", checkpoints.stream().map(Growth.Sealed::edge).toArray(byte[][]::new))
                .param("notes", checkpoints.stream().map(Growth.Sealed::note).toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("logOfLogs", Origins.LOG_OF_LOGS.value())
                .update();
    }

    private static <T> UUID[] organizations(List<T> rows, Function<T, OrganizationId> organization) {
        return rows.stream().map(organization).map(OrganizationId::value).toArray(UUID[]::new);
    }

    private static OrganizationId organization(ResultSet row) throws SQLException {
        return new OrganizationId(row.getObject("organization_id", UUID.class));
    }
}
