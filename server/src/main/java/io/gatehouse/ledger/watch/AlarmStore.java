package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code ledger.alarm}. */
@Repository
final class AlarmStore {

    private final JdbcClient jdbc;

    AlarmStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers the alarm; nothing when it was raised before. */
    Optional<Alarm> insert(OrganizationScope scope, Mismatch mismatch, Instant at) {
        return jdbc.sql("""
                        insert into ledger.alarm (organization_id, id, finding, place, index, detail, found_at)
                        values (:organization, :id, :finding, :place, :index, :detail, :at)
                        on conflict (organization_id, finding, place) do nothing
                        returning *
                        """)
                .param("organization", scope.organization().value())
                .param("id", Ids.next())
                .param("finding", mismatch.finding().name())
                .param("place", mismatch.place())
                .param("index", mismatch.index())
                .param("detail", mismatch.detail())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(AlarmStore::alarm)
                .optional();
    }

    int open(OrganizationScope scope) {
        return jdbc.sql("""
                        select count(*) from ledger.alarm
                        where organization_id = :organization and acknowledged_at is null
                        """)
                .param("organization", scope.organization().value())
                .query(Integer.class)
                .single();
    }

    /** Open ones first, then the latest. */
    List<Alarm> list(OrganizationScope scope, int limit) {
        return jdbc.sql("""
                        select * from ledger.alarm where organization_id = :organization
                        order by acknowledged_at is not null, found_at desc, id desc limit :limit
                        """)
                .param("organization", scope.organization().value())
                .param("limit", limit)
                .query(AlarmStore::alarm)
                .list();
    }

    /** Answers those that were open. */
    List<Alarm> acknowledge(OrganizationScope scope, Collection<UUID> alarms, String reason, Instant at) {
        return jdbc.sql("""
                        update ledger.alarm set acknowledged_by = :person, acknowledged_at = :at, reason = :reason
                        where organization_id = :organization and id = any(:alarms) and acknowledged_at is null
                        returning *
                        """)
                .param("organization", scope.organization().value())
                .param("alarms", alarms.toArray(UUID[]::new))
                .param("person", scope.actor().id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .query(AlarmStore::alarm)
                .list();
    }

    /** Indexes of changed entries that somebody has answered for. */
    Set<Long> acknowledgedEntries(OrganizationScope scope) {
        return jdbc.sql("""
                        select index from ledger.alarm
                        where organization_id = :organization and acknowledged_at is not null and index is not null
                            and finding in ('ENTRY_CHANGED', 'LEAF_CHANGED')
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> row.getLong("index"))
                .set();
    }

    /** Open ones in all books together. */
    long openEverywhere() {
        return jdbc.sql("select count(*) from ledger.alarm where acknowledged_at is null")
                .query(Long.class)
                .single();
    }

    private static Alarm alarm(ResultSet row, int number) throws SQLException {
        return new Alarm(
                row.getObject("id", UUID.class),
                Finding.valueOf(row.getString("finding")),
                row.getObject("index", Long.class),
                row.getString("detail"),
                Rows.instant(row, "found_at"),
                Rows.instantOrNull(row, "acknowledged_at"),
                row.getString("reason"));
    }
}
