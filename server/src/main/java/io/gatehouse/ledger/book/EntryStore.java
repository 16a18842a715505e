package io.gatehouse.ledger.book;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.RetentionClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code ledger.entry} and {@code ledger.payload}: inserted and read, never changed. */
@Repository
final class EntryStore {

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An entry as it is kept.
     *
     * @param index in the organization's tree; null until it is sequenced
     */
    record Row(
            UUID id,
            Instant recordedAt,
            byte[] canonical,
            byte[] leafHash,
            @Nullable Long index) {}

    /** An entry to be inserted. */
    record Written(UUID id, NewEntry entry, CanonicalEntry canonical) {}

    /** A value kept beside an entry. */
    record Payload(UUID entry, String path, UUID subject, byte[] sealed) {}

    /** Inserts entries; the database itself lets the sequencer know of them. */
    void insert(OrganizationScope scope, Instant at, String correlation, List<Written> entries) {
        jdbc.sql("""
                        insert into ledger.entry (organization_id, id, recorded_at, actor_type, actor_id, action,
                            object_type, object_id, object_name, reason, correlation_id, canonical, leaf_hash,
                            retention_class)
                        select :organization, e.id, :at, :actorType, :actor, e.action, e.object_type, e.object_id,
                            e.object_name, e.reason, :correlation, e.canonical, e.leaf_hash, e.retention_class
                        from unnest(:ids::uuid[], :actions::text[], :types::text[], :objects::text[],
                            :names::text[], :reasons::text[], :canonical::bytea[], :leaves::bytea[],
                            :classes::text[]) as e(id, action, object_type, object_id, object_name, reason,
                            canonical, leaf_hash, retention_class)
                        """)
                .param("organization", scope.organization().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actorType", scope.actor().type().name())
                .param("actor", scope.actor().id())
                .param("correlation", correlation)
                .param("ids", entries.stream().map(Written::id).toArray(UUID[]::new))
                .param("actions", texts(entries, NewEntry::action))
                .param("types", texts(entries, NewEntry::objectType))
                .param("objects", texts(entries, NewEntry::objectId))
                .param("names", texts(entries, entry -> entry.nameIsPersonal() ? null : entry.objectName()))
                .param("reasons", texts(entries, NewEntry::reason))
                .param(
                        "classes",
                        texts(
                                entries,
                                entry -> RetentionClass.of(entry.action()).name()))
                .param(
                        "canonical",
                        entries.stream().map(entry -> entry.canonical().bytes()).toArray(byte[][]::new))
                .param(
                        "leaves",
                        entries.stream()
                                .map(entry -> entry.canonical().leafHash())
                                .toArray(byte[][]::new))
                .update();
    }

    void insertPayloads(OrganizationScope scope, List<Payload> payloads) {
        jdbc.sql("""
                        insert into ledger.payload (organization_id, entry_id, path, subject, sealed)
                        select :organization, *
                        from unnest(:entries::uuid[], :paths::text[], :subjects::uuid[], :sealed::bytea[])
                        """)
                .param("organization", scope.organization().value())
                .param("entries", payloads.stream().map(Payload::entry).toArray(UUID[]::new))
                .param("paths", payloads.stream().map(Payload::path).toArray(String[]::new))
                .param("subjects", payloads.stream().map(Payload::subject).toArray(UUID[]::new))
                .param("sealed", payloads.stream().map(Payload::sealed).toArray(byte[][]::new))
                .update();
    }

    List<Row> list(OrganizationScope scope, Sql.Conditions wanted, @Nullable Cursor after, int limit) {
        Sql.Conditions conditions =
                wanted.when(scope.organization().value(), "organization_id = :organization", "organization");
        if (after != null) {
            conditions.and(Sql.of("(recorded_at, id) < (:time, :last)")
                    .with("time", after.time(0))
                    .with("last", after.id(1)));
        }
        return rows(conditions, limit);
    }

    private List<Row> rows(Sql.Conditions conditions, int limit) {
        return Sql.of("""
                        select id, recorded_at, canonical, leaf_hash, (select l.index from ledger.leaf l
                            where l.organization_id = entry.organization_id and l.entry_id = entry.id) as index
                        from ledger.entry""")
                .append(conditions.where())
                .append("order by recorded_at desc, id desc")
                .append(Sql.of("limit :limit", "limit", limit))
                .on(jdbc)
                .query(EntryStore::row)
                .list();
    }

    /** Entries with these words, by the function of the database that may use the index of words. */
    List<Row> search(OrganizationScope scope, EntryFilter filter, @Nullable Cursor after, int limit) {
        Sql.Conditions found =
                Sql.conditions().when(scope.organization().value(), "organization_id = :organization", "organization");
        found.and(Sql.of("""
                id in (select ledger.find(:text, :actor::uuid, :action, :objectType, :objectId, :correlation,
                    :from::timestamptz, :to::timestamptz, :time::timestamptz, :last::uuid, :limit))""")
                .append(filter.values())
                .with("time", after == null ? null : after.time(0))
                .with("last", after == null ? null : after.id(1)));
        return rows(found, limit);
    }

    Optional<Row> find(OrganizationScope scope, UUID id) {
        return jdbc.sql("""
                        select e.id, e.recorded_at, e.canonical, e.leaf_hash, l.index
                        from ledger.entry e
                        left join ledger.leaf l on l.organization_id = e.organization_id and l.entry_id = e.id
                        where e.organization_id = :organization and e.id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(EntryStore::row)
                .optional();
    }

    /** The orders to erase what is those subjects', oldest first. */
    List<Row> erasures(OrganizationScope scope, Collection<UUID> subjects) {
        return jdbc.sql("""
                        select e.id, e.recorded_at, e.canonical, e.leaf_hash, l.index
                        from ledger.entry e
                        left join ledger.leaf l on l.organization_id = e.organization_id and l.entry_id = e.id
                        where e.organization_id = :organization and e.action = 'ledger.erase'
                            and e.object_id = any(:subjects)
                        order by e.id
                        """)
                .param("organization", scope.organization().value())
                .param("subjects", subjects.stream().map(UUID::toString).toArray(String[]::new))
                .query(EntryStore::row)
                .list();
    }

    List<Payload> payloads(OrganizationScope scope, Collection<UUID> entries) {
        return jdbc.sql("""
                        select entry_id, path, subject, sealed from ledger.payload
                        where organization_id = :organization and entry_id = any(:entries)
                        """)
                .param("organization", scope.organization().value())
                .param("entries", entries.toArray(UUID[]::new))
                .query((row, _) -> new Payload(
                        row.getObject("entry_id", UUID.class),
                        row.getString("path"),
                        row.getObject("subject", UUID.class),
                        row.getBytes("sealed")))
                .list();
    }

    /** Jumps from action to action in the index instead of reading every entry. */
    List<String> actions(OrganizationScope scope) {
        return jdbc.sql("""
                        with recursive known as (
                            (select action from ledger.entry where organization_id = :organization
                             order by action limit 1)
                            union all
                            select (select e.action from ledger.entry e
                                    where e.organization_id = :organization and e.action > known.action
                                    order by e.action limit 1)
                            from known where known.action is not null
                        )
                        select action from known where action is not null
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> row.getString("action"))
                .list();
    }

    private static @Nullable String[] texts(List<Written> entries, Function<NewEntry, @Nullable String> column) {
        return entries.stream().map(Written::entry).map(column).toArray(String[]::new);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                Rows.instant(row, "recorded_at"),
                row.getBytes("canonical"),
                row.getBytes("leaf_hash"),
                row.getObject("index", Long.class));
    }
}
