package io.gatehouse.ledger.log;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.tree.Subtree;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads {@code ledger.tree}, {@code ledger.checkpoint}, {@code ledger.leaf} and {@code ledger.node}. */
@Repository
final class LogStore {

    /** With what witnesses made of it, those who are asked still. */
    private static final String NOTES = """
            select c.size, c.note || coalesce((
                select string_agg(s.lines, '' order by w.name) from ledger.cosignature s
                join ledger.witness w on w.organization_id = s.organization_id and w.id = s.witness_id
                where s.organization_id = c.organization_id and s.size = c.size and w.removed_at is null), '') as note
            from ledger.checkpoint c where c.organization_id = :organization
            """;

    private final JdbcClient jdbc;

    LogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a log is called, and the version of the key that first signed it. */
    record Tree(String origin, int firstKey) {}

    /** A checkpoint as a signed note, by the log and by witnesses. */
    record Note(long size, String text) {}

    Optional<Tree> tree(OrganizationScope scope) {
        return jdbc.sql("select origin, first_key from ledger.tree where organization_id = :organization")
                .param("organization", scope.organization().value())
                .query((row, _) -> new Tree(row.getString("origin"), row.getInt("first_key")))
                .optional();
    }

    Optional<Note> latest(OrganizationScope scope) {
        return jdbc.sql(NOTES + "order by c.size desc limit 1")
                .param("organization", scope.organization().value())
                .query(LogStore::note)
                .optional();
    }

    Optional<Note> ofSize(OrganizationScope scope, long size) {
        return jdbc.sql(NOTES + "and c.size = :size")
                .param("organization", scope.organization().value())
                .param("size", size)
                .query(LogStore::note)
                .optional();
    }

    /**
     * Of each key that an entry before that size tells of, the first checkpoint that covers the entry. The key before it
     * signed it.
     */
    List<Note> handovers(OrganizationScope scope, long size) {
        return jdbc.sql("""
                        select distinct c.size, c.note from ledger.key_announcement a
                        join ledger.leaf l on l.organization_id = a.organization_id and l.entry_id = a.entry_id
                        cross join lateral (
                            select size, note from ledger.checkpoint
                            where organization_id = l.organization_id and size > l.index order by size limit 1) c
                        where a.organization_id = :organization and l.index < :size
                        order by c.size
                        """)
                .param("organization", scope.organization().value())
                .param("size", size)
                .query(LogStore::note)
                .list();
    }

    Optional<Long> index(OrganizationScope scope, UUID entry) {
        return jdbc.sql("""
                        select index from ledger.leaf where organization_id = :organization and entry_id = :entry
                        """)
                .param("organization", scope.organization().value())
                .param("entry", entry)
                .query(Long.class)
                .optional();
    }

    boolean exists(OrganizationScope scope, UUID entry) {
        return jdbc.sql("""
                        select exists (select from ledger.entry where organization_id = :organization and id = :entry)
                        """)
                .param("organization", scope.organization().value())
                .param("entry", entry)
                .query(Boolean.class)
                .single();
    }

    /** Canonical bytes of one entry; nothing where it was dropped. Finds its month without planning for all of them. */
    Optional<byte[]> entry(OrganizationScope scope, long index) {
        return jdbc.sql("""
                        select canonical from ledger.entry
                        where organization_id = :organization and id = (
                            select entry_id from ledger.leaf where organization_id = :organization and index = :index)
                        """)
                .param("organization", scope.organization().value())
                .param("index", index)
                .query((row, _) -> row.getBytes("canonical"))
                .optional();
    }

    /** Canonical bytes of entries in the order of their indexes; none for one that was dropped. */
    List<byte[]> entries(OrganizationScope scope, long first, int count) {
        return jdbc.sql("""
                        select coalesce(e.canonical, '') as canonical from ledger.leaf l
                        left join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id
                        where l.organization_id = :organization and l.index >= :first and l.index < :first + :count
                        order by l.index
                        """)
                .param("organization", scope.organization().value())
                .param("first", first)
                .param("count", count)
                .query((row, _) -> row.getBytes("canonical"))
                .list();
    }

    /** Hashes of a level side by side; as many as there are. */
    List<byte[]> hashes(OrganizationScope scope, int level, long first, int count) {
        return (level == 0 ? jdbc.sql("""
                                select hash from ledger.leaf where organization_id = :organization
                                    and index >= :first and index < :first + :count order by index
                                """) : jdbc.sql("""
                                select hash from ledger.node where organization_id = :organization
                                    and level = :level and number >= :first and number < :first + :count order by number
                                """).param("level", level))
                .param("organization", scope.organization().value())
                .param("first", first)
                .param("count", count)
                .query((row, _) -> row.getBytes("hash"))
                .list();
    }

    /** The hashes that these subtrees are computed from, of each in its turn. */
    List<List<byte[]>> hashes(OrganizationScope scope, List<Subtree> subtrees) {
        List<List<byte[]>> all = new ArrayList<>();
        subtrees.forEach(_ -> all.add(new ArrayList<>()));
        jdbc.sql("""
                        select s.place, h.hash
                        from unnest(:levels::smallint[], :firsts::bigint[], :counts::integer[])
                            with ordinality as s(level, first, count, place)
                        cross join lateral (
                            select l.index as number, l.hash from ledger.leaf l
                            where s.level = 0 and l.organization_id = :organization
                                and l.index >= s.first and l.index < s.first + s.count
                            union all
                            select n.number, n.hash from ledger.node n
                            where s.level > 0 and n.organization_id = :organization and n.level = s.level
                                and n.number >= s.first and n.number < s.first + s.count) h
                        order by s.place, h.number
                        """)
                .param("organization", scope.organization().value())
                .param("levels", subtrees.stream().map(Subtree::level).toArray(Integer[]::new))
                .param("firsts", subtrees.stream().map(Subtree::first).toArray(Long[]::new))
                .param("counts", subtrees.stream().map(Subtree::count).toArray(Integer[]::new))
                .query((row, _) -> all.get(row.getInt("place") - 1).add(row.getBytes("hash")))
                .list();
        return all;
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(row.getLong("size"), row.getString("note"));
    }
}
