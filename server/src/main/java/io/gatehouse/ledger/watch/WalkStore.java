package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.ledger.tree.Edge;
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

/** Rows of {@code ledger.watch}, and who has something to be looked at. */
@Repository
final class WalkStore {

    private final JdbcClient jdbc;

    WalkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Organizations whose book has changed since it was looked at; of the others it asks no more than this. */
    List<OrganizationId> changed() {
        return jdbc.sql("""
                        select o.id from kernel.organization o
                        left join ledger.watch w on w.organization_id = o.id and w.walk = 'NEW'
                        left join lateral (
                            select size, sealed_at from ledger.checkpoint
                            where organization_id = o.id order by size desc limit 1) c on true
                        where coalesce(c.size, 0) <> coalesce(w.size, 0) or c.sealed_at > w.entries_at
                            or o.id in (select organization_id from ledger.pending)
                        order by w.walked_at nulls first
                        """).query(WalkStore::organization).list();
    }

    /** Organizations whose whole book is to be looked at, the one that waited longest first. */
    List<OrganizationId> unfinished(Instant finishedBefore, int limit) {
        return jdbc.sql("""
                        select o.id from kernel.organization o
                        left join ledger.watch w on w.organization_id = o.id and w.walk = 'WHOLE'
                        where w.finished_at is null or w.finished_at < :before
                        order by w.walked_at nulls first limit :limit
                        """)
                .param("before", finishedBefore.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(WalkStore::organization)
                .list();
    }

    Optional<Position> position(OrganizationScope scope, Walk walk) {
        return jdbc.sql("""
                        select size, edge, entries_at, entries_id from ledger.watch
                        where organization_id = :organization and walk = :walk
                        """)
                .param("organization", scope.organization().value())
                .param("walk", walk.name())
                .query((row, _) -> new Position(
                        Edge.of(row.getLong("size"), row.getBytes("edge")),
                        Rows.instant(row, "entries_at"),
                        row.getObject("entries_id", UUID.class)))
                .optional();
    }

    /** @param finishedAt null keeps the time at which it last came to the end */
    void save(OrganizationScope scope, Walk walk, Position position, Instant now, @Nullable Instant finishedAt) {
        jdbc.sql("""
                        insert into ledger.watch (organization_id, walk, size, edge, entries_at, entries_id, walked_at,
                            finished_at)
                        values (:organization, :walk, :size, :edge, :entriesAt, :entriesId, :now, :finishedAt)
                        on conflict (organization_id, walk) do update set
                            size = excluded.size, edge = excluded.edge, entries_at = excluded.entries_at,
                            entries_id = excluded.entries_id, walked_at = excluded.walked_at,
                            finished_at = coalesce(excluded.finished_at, watch.finished_at)
                        """)
                .param("organization", scope.organization().value())
                .param("walk", walk.name())
                .param("size", position.size())
                .param("edge", position.edge().bytes())
                .param("entriesAt", position.entriesAt().atOffset(ZoneOffset.UTC))
                .param("entriesId", position.entriesId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("finishedAt", finishedAt == null ? null : finishedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When a walk last came to the end. */
    Optional<Instant> finishedAt(OrganizationScope scope, Walk walk) {
        return jdbc.sql("""
                        select finished_at from ledger.watch
                        where organization_id = :organization and walk = :walk and finished_at is not null
                        """)
                .param("organization", scope.organization().value())
                .param("walk", walk.name())
                .query((row, _) -> Rows.instant(row, "finished_at"))
                .optional();
    }

    private static OrganizationId organization(ResultSet row, int number) throws SQLException {
        return new OrganizationId(row.getObject("id", UUID.class));
    }
}
