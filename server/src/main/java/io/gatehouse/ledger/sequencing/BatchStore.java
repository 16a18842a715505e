package io.gatehouse.ledger.sequencing;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.ledger.checkpoint.Checkpoint;
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
     * Where a tree stands, as the tables have it.
     *
     * @param leaves number after that of the last leaf
     * @param firstKey version of the key that first signed it
     * @param announcedKey latest proven version that an entry in the tree tells of; 0 when none does
     */
    record Head(
            OrganizationId organization,
            Checkpoint checkpoint,
            byte[] edge,
            String note,
            long leaves,
            int firstKey,
            int announcedKey) {}

    /** @param aside organizations that do not count */
    boolean isAnythingPending(Collection<OrganizationId> aside) {
        return jdbc.sql("select exists (select from ledger.pending where organization_id <> all(:aside))")
                .param("aside", ids(aside))
                .query(Boolean.class)
                .single();
    }

    /** For how many seconds the oldest entry has waited, by the database's clock; 0 when none does. */
    long oldestPendingSeconds() {
        return jdbc.sql("""
                        select coalesce(extract(epoch from clock_timestamp() - uuid_extract_timestamp(
                            (select entry_id from ledger.pending order by entry_id limit 1)))::bigint, 0)
                        """).query(Long.class).single();
    }

    /** Organizations whose entries wait. */
    List<OrganizationId> waiting() {
        return jdbc.sql("select distinct organization_id from ledger.pending")
                .query((row, _) -> organization(row))
                .list();
    }

    /**
     * The oldest entries of the queue, which stay there until they are in their trees.
     *
     * @param only of this organization; null: of all
     * @param aside organizations whose entries stay
     */
    List<Pending> oldest(int limit, @Nullable OrganizationId only, Collection<OrganizationId> aside) {
        return jdbc.sql("""
                        select organization_id, entry_id, hash from ledger.pending
                        where (:only::uuid is null or organization_id = :only::uuid)
                            and organization_id <> all(:aside)
                        order by entry_id limit :limit
                        """)
                .param("only", only == null ? null : only.value())
                .param("aside", ids(aside))
                .param("limit", limit)
                .query((row, _) ->
                        new Pending(organization(row), row.getObject("entry_id", UUID.class), row.getBytes("hash")))
                .list();
    }

    /** Takes entries out of the queue; the database refuses those that have no leaf. */
    void remove(List<Pending> sequenced) {
        jdbc.sql("""
                        delete from ledger.pending where (entry_id, organization_id) in
                            (select * from unnest(:entries::uuid[], :organizations::uuid[]))
                        """)
                .param("entries", sequenced.stream().map(Pending::entry).toArray(UUID[]::new))
                .param("organizations", organizations(sequenced, Pending::organization))
                .update();
    }

    /** Where the trees of these organizations stand; nothing of those that have none yet. */
    List<Head> heads(Collection<OrganizationId> organizations, Collection<Integer> provenKeys) {
        return jdbc.sql("""
                        select t.organization_id, t.origin, t.first_key, c.size, c.root, c.edge, c.note,
                            coalesce((select max(l.index) + 1 from ledger.leaf l
                             where l.organization_id = t.organization_id), 0) as leaves,
                            (select max(a.version) from ledger.key_announcement a
                             join ledger.leaf l on l.organization_id = a.organization_id and l.entry_id = a.entry_id
                             where a.organization_id = t.organization_id
                                and a.version = any(:provenKeys)) as announced_key
                        from ledger.tree t
                        cross join lateral (
                            select size, root, edge, note from ledger.checkpoint
                            where organization_id = t.organization_id order by size desc limit 1) c
                        where t.organization_id = any(:organizations)
                        """)
                .param("organizations", ids(organizations))
                .param("provenKeys", provenKeys.toArray(Integer[]::new))
                .query((row, _) -> new Head(
                        organization(row),
                        new Checkpoint(row.getString("origin"), row.getLong("size"), row.getBytes("root")),
                        row.getBytes("edge"),
                        row.getString("note"),
                        row.getLong("leaves"),
                        row.getInt("first_key"),
                        row.getInt("announced_key")))
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

    void insertCheckpoints(List<Growth.Sealed> checkpoints, Instant at) {
        jdbc.sql("""
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
                .update();
    }

    private static <T> UUID[] organizations(List<T> rows, Function<T, OrganizationId> organization) {
        return rows.stream().map(organization).map(OrganizationId::value).toArray(UUID[]::new);
    }

    private static UUID[] ids(Collection<OrganizationId> organizations) {
        return organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
    }

    private static OrganizationId organization(ResultSet row) throws SQLException {
        return new OrganizationId(row.getObject("organization_id", UUID.class));
    }
}
