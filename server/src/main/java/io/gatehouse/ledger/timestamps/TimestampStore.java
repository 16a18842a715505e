package io.gatehouse.ledger.timestamps;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps {@code ledger.timestamp} and {@code ledger.timestamp_failure}. */
@Repository
final class TimestampStore {

    private static final int LONGEST_DETAIL = 500;

    private final JdbcClient jdbc;

    TimestampStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A checkpoint that is to be stamped. */
    record Due(OrganizationId organization, long size, String note) {}

    /**
     * Latest checkpoints of logs that grew since their latest time stamp, the one that waited longest first. After a failure it
     * is tried again when its pause is over, however young the latest stamp is. A failure of later than now was noted by a clock
     * that was wrong, so that its pause means nothing.
     *
     * @param stampedBefore when the latest stamp must have been fetched to count as old
     */
    List<Due> due(Instant now, Instant stampedBefore, int limit) {
        return jdbc.sql("""
                        select o.id, c.size, c.note from kernel.organization o
                        cross join lateral (
                            select size, note from ledger.checkpoint
                            where organization_id = o.id order by size desc limit 1) c
                        left join lateral (
                            select size, fetched_at from ledger.timestamp
                            where organization_id = o.id order by size desc limit 1) t on true
                        left join ledger.timestamp_failure f on f.organization_id = o.id
                        where c.size > coalesce(t.size, 0)
                            and (t.fetched_at is null or t.fetched_at <= :before or f.next_at is not null)
                            and (f.next_at is null or f.next_at <= :now or f.failed_at > :now)
                        order by t.fetched_at nulls first, o.id limit :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", stampedBefore.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Due(
                        new OrganizationId(row.getObject("id", UUID.class)),
                        row.getLong("size"),
                        row.getString("note")))
                .list();
    }

    /** The token over the checkpoint of that size. */
    Optional<byte[]> token(OrganizationScope scope, long size) {
        return jdbc.sql("select token from ledger.timestamp where organization_id = :organization and size = :size")
                .param("organization", scope.organization().value())
                .param("size", size)
                .query((row, _) -> row.getBytes("token"))
                .optional();
    }

    Optional<TimestampView.Newest> newest(OrganizationScope scope) {
        return jdbc.sql("""
                        select size, authority, stamped_at from ledger.timestamp
                        where organization_id = :organization order by size desc limit 1
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> new TimestampView.Newest(
                        row.getLong("size"), row.getString("authority"), Rows.instant(row, "stamped_at")))
                .optional();
    }

    Optional<TimestampView.Failure> failure(OrganizationScope scope) {
        return jdbc.sql("""
                        select failures, detail, failed_at, next_at from ledger.timestamp_failure
                        where organization_id = :organization
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> new TimestampView.Failure(
                        row.getInt("failures"),
                        row.getString("detail"),
                        Rows.instant(row, "failed_at"),
                        Rows.instant(row, "next_at")))
                .optional();
    }

    /** Another node, or an export, may have been faster. */
    void insert(OrganizationScope scope, long size, Stamp stamp, Instant now) {
        jdbc.sql("""
                        insert into ledger.timestamp (organization_id, size, token, authority, stamped_at, fetched_at)
                        values (:organization, :size, :token, :authority, :at, :now)
                        on conflict do nothing
                        """)
                .param("organization", scope.organization().value())
                .param("size", size)
                .param("token", stamp.token())
                .param("authority", stamp.authority())
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from ledger.timestamp_failure where organization_id = :organization")
                .param("organization", scope.organization().value())
                .update();
    }

    /** Notes a failure; the next try is twice as far away each time. */
    void fail(OrganizationScope scope, String detail, Instant now, Duration first, Duration most) {
        jdbc.sql("""
                        insert into ledger.timestamp_failure as f (organization_id, failures, detail, failed_at, next_at)
                        values (:organization, 1, :detail, :now, :now + make_interval(secs => :first))
                        on conflict (organization_id) do update set
                            failures = f.failures + 1, detail = excluded.detail, failed_at = excluded.failed_at,
                            next_at = excluded.failed_at
                                + make_interval(secs => least(:first * 2.0 ^ least(f.failures, 20), :most))
                        """)
                .param("organization", scope.organization().value())
                .param("detail", detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("first", first.toSeconds())
                .param("most", most.toSeconds())
                .update();
    }

    /** Of how many ledgers the last two tries failed, as far as that is not of later than now. */
    long failing(Instant now) {
        return jdbc.sql("select count(*) from ledger.timestamp_failure where failures > 1 and failed_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
