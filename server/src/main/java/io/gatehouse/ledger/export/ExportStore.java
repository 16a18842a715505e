package io.gatehouse.ledger.export;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sql;
import io.gatehouse.ledger.book.EntryFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads {@code ledger.leaf} with {@code ledger.entry}, in the order of the tree. */
@Repository
final class ExportStore {

    private static final String ROWS = """
            select l.index, l.hash, e.id, e.canonical from ledger.leaf l
            left join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id
            """;

    private final JdbcClient jdbc;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A leaf and its entry.
     *
     * @param canonical null when the entry was dropped, as is its id
     */
    record Row(long index, byte[] leafHash, @Nullable UUID id, byte @Nullable [] canonical) {}

    /** An entry that orders something about the book itself. */
    record Order(long index, String action, String object, byte[] canonical) {}

    /** Entries that are in no tree yet; the second, whether any of them orders to erase or to drop. */
    record Waiting(boolean any, boolean forgetting) {}

    Waiting waiting(OrganizationScope scope) {
        return jdbc.sql("""
                        select count(*) > 0 as any,
                            coalesce(bool_or(e.action in ('ledger.erase', 'ledger.drop')), false) as forgetting
                        from ledger.pending p
                        join ledger.entry e on e.organization_id = p.organization_id and e.id = p.entry_id
                        where p.organization_id = :organization
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> new Waiting(row.getBoolean("any"), row.getBoolean("forgetting")))
                .single();
    }

    /** Whether the tree has orders to erase or to drop that a checkpoint of that size does not cover. */
    boolean isForgettingAfter(OrganizationScope scope, long size) {
        return jdbc.sql("""
                        select exists (select from ledger.entry e
                            join ledger.leaf l on l.organization_id = e.organization_id and l.entry_id = e.id
                            where e.organization_id = :organization and l.index >= :size
                                and e.action in ('ledger.erase', 'ledger.drop'))
                        """)
                .param("organization", scope.organization().value())
                .param("size", size)
                .query(Boolean.class)
                .single();
    }

    String organizationName(OrganizationScope scope) {
        return jdbc.sql("select name from kernel.organization where id = :organization")
                .param("organization", scope.organization().value())
                .query(String.class)
                .single();
    }

    /** Those after an index, in order; entries that were dropped only where the filter leaves nothing out. */
    List<Row> page(OrganizationScope scope, EntryFilter filter, long after, long size, int limit) {
        Sql.Conditions conditions = filter.conditions()
                .when(scope.organization().value(), "l.organization_id = :organization", "organization")
                .when(after, "l.index > :after", "after")
                .when(size, "l.index < :size", "size");
        return Sql.of(ROWS)
                .append(conditions.where())
                .append(Sql.of("order by l.index limit :limit", "limit", limit))
                .on(jdbc)
                .query(ExportStore::row)
                .list();
    }

    List<Row> at(OrganizationScope scope, Collection<Long> indexes) {
        return Sql.of(ROWS)
                .append(Sql.of(
                        "where l.organization_id = :organization",
                        "organization",
                        scope.organization().value()))
                .append(Sql.of("and l.index = any(:indexes) order by l.index", "indexes", indexes.toArray(Long[]::new)))
                .on(jdbc)
                .query(ExportStore::row)
                .list();
    }

    /** All orders that the tree of that size has, in order. */
    List<Order> orders(OrganizationScope scope, long size) {
        return jdbc.sql("""
                        select l.index, e.action, e.object_id, e.canonical from ledger.entry e
                        join ledger.leaf l on l.organization_id = e.organization_id and l.entry_id = e.id
                        where e.organization_id = :organization and l.index < :size
                            and e.action in ('ledger.erase', 'ledger.drop', 'ledger.key-rotate')
                        order by l.index
                        """)
                .param("organization", scope.organization().value())
                .param("size", size)
                .query((row, _) -> new Order(
                        row.getLong("index"),
                        row.getString("action"),
                        row.getString("object_id"),
                        row.getBytes("canonical")))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("index"), row.getBytes("hash"), row.getObject("id", UUID.class), row.getBytes("canonical"));
    }
}
