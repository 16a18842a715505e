package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.ledger.tree.Edge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a tree as it is kept, to be derived anew. */
@Repository
final class BookRows {

    private final JdbcClient jdbc;

    BookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a log is called, and the version of the key that first signed it. */
    record Tree(String origin, int firstKey) {}

    /**
     * How large a tree is.
     *
     * @param size by its latest checkpoint
     * @param leaves one more than the largest index
     */
    record Head(long size, long leaves) {}

    /** @param entry null when there is none of that id */
    record Leaf(
            long index, byte[] hash, UUID entryId, @Nullable Entry entry) {}

    /** An entry's row: its bytes, and what stands beside them. */
    record Entry(byte[] canonical, byte[] hash, Instant recordedAt, Map<String, @Nullable String> columns) {}

    record Sealed(long size, byte[] root, byte[] edge, String note) {}

    Optional<Tree> tree(OrganizationScope scope) {
        return jdbc.sql("select origin, first_key from ledger.tree where organization_id = :organization")
                .param("organization", scope.organization().value())
                .query((row, _) -> new Tree(row.getString("origin"), row.getInt("first_key")))
                .optional();
    }

    /** Both at one moment: a batch writes both at once. */
    Head head(OrganizationScope scope) {
        return jdbc.sql("""
                        select coalesce((select max(size) from ledger.checkpoint
                                         where organization_id = :organization), 0) as size,
                            coalesce((select max(index) + 1 from ledger.leaf
                                      where organization_id = :organization), 0) as leaves
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> new Head(row.getLong("size"), row.getLong("leaves")))
                .single();
    }

    List<Leaf> leaves(OrganizationScope scope, long first, long end) {
        return jdbc.sql("""
                        select l.index, l.hash, l.entry_id, e.canonical, e.leaf_hash, e.recorded_at, e.actor_type,
                            e.actor_id, e.action, e.object_type, e.object_id, e.object_name, e.reason, e.correlation_id
                        from ledger.leaf l
                        left join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id
                        where l.organization_id = :organization and l.index >= :first and l.index < :end
                        order by l.index
                        """)
                .param("organization", scope.organization().value())
                .param("first", first)
                .param("end", end)
                .query(BookRows::leaf)
                .list();
    }

    List<Sealed> checkpoints(OrganizationScope scope, long above, long upTo) {
        return jdbc.sql("""
                        select size, root, edge, note from ledger.checkpoint
                        where organization_id = :organization and size > :above and size <= :upTo order by size
                        """)
                .param("organization", scope.organization().value())
                .param("above", above)
                .param("upTo", upTo)
                .query(BookRows::sealed)
                .list();
    }

    /** The first checkpoint over more leaves than these. */
    Optional<Sealed> checkpointAbove(OrganizationScope scope, long size) {
        return jdbc.sql("""
                        select size, root, edge, note from ledger.checkpoint
                        where organization_id = :organization and size > :size order by size limit 1
                        """)
                .param("organization", scope.organization().value())
                .param("size", size)
                .query(BookRows::sealed)
                .optional();
    }

    /** Hashes of the kept nodes, by {@code level/number}, of those that are asked for. */
    Map<String, byte[]> nodes(OrganizationScope scope, List<Edge.Node> asked) {
        Map<String, byte[]> found = new HashMap<>();
        jdbc.sql("""
                        select n.level, n.number, n.hash
                        from unnest(:levels::smallint[], :numbers::bigint[]) as a(level, number)
                        join ledger.node n on n.organization_id = :organization and n.level = a.level
                            and n.number = a.number
                        """)
                .param("organization", scope.organization().value())
                .param("levels", asked.stream().map(Edge.Node::level).toArray(Integer[]::new))
                .param("numbers", asked.stream().map(Edge.Node::number).toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getInt("level") + "/" + row.getLong("number"), row.getBytes("hash"));
                });
        return found;
    }

    /** Canonical bytes of all orders to drop entries. */
    List<byte[]> dropOrders(OrganizationScope scope) {
        return jdbc.sql("""
                        select canonical from ledger.entry
                        where organization_id = :organization and action = 'ledger.drop'
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> row.getBytes("canonical"))
                .list();
    }

    private static Leaf leaf(ResultSet row, int number) throws SQLException {
        byte[] canonical = row.getBytes("canonical");
        return new Leaf(
                row.getLong("index"),
                row.getBytes("hash"),
                row.getObject("entry_id", UUID.class),
                canonical == null
                        ? null
                        : new Entry(
                                canonical, row.getBytes("leaf_hash"), Rows.instant(row, "recorded_at"), columns(row)));
    }

    private static Map<String, @Nullable String> columns(ResultSet row) throws SQLException {
        Map<String, @Nullable String> columns = new HashMap<>();
        for (String column : Columns.NAMES.keySet()) {
            columns.put(column, row.getString(column));
        }
        return columns;
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(row.getLong("size"), row.getBytes("root"), row.getBytes("edge"), row.getString("note"));
    }
}
