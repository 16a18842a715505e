package io.gatehouse.ledger.holds;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code ledger.hold}. */
@Repository
final class HoldStore {

    private static final int MOST_LISTED = 200;

    private final JdbcClient jdbc;

    HoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else of the organization forget anything, or place or release a hold, until the transaction ends. */
    void lock() {
        jdbc.sql("select from ledger.lock_forgetting()").query((_, _) -> true).single();
    }

    void insert(OrganizationScope scope, UUID id, HoldDraft draft, UUID by, Instant at) {
        jdbc.sql("""
                        insert into ledger.hold (organization_id, id, state, reason, subjects, from_at, to_at, review_at,
                            requested_by, requested_at)
                        values (:organization, :id, 'REQUESTED', :reason, :subjects, :from, :to, :review, :by, :at)
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("reason", draft.reason())
                .param("subjects", draft.subjects().toArray(UUID[]::new))
                .param("from", time(draft.from()))
                .param("to", time(draft.to()))
                .param("review", time(draft.reviewAt()))
                .param("by", by)
                .param("at", time(at))
                .update();
    }

    void confirm(OrganizationScope scope, UUID id, UUID by, Instant at) {
        update(scope, id, jdbc.sql("""
                        update ledger.hold set state = 'IN_FORCE', confirmed_by = :by, confirmed_at = :at
                        where organization_id = :organization and id = :id
                        """).param("by", by).param("at", time(at)));
    }

    void withdraw(OrganizationScope scope, UUID id) {
        update(scope, id, jdbc.sql("""
                        update ledger.hold set state = 'WITHDRAWN' where organization_id = :organization and id = :id
                        """));
    }

    void requestRelease(OrganizationScope scope, UUID id, UUID by, Instant at, String reason) {
        jdbc.sql("""
                        update ledger.hold set state = 'RELEASE_REQUESTED', release_reason = :reason,
                            release_requested_by = :by, release_requested_at = :at
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("reason", reason)
                .param("by", by)
                .param("at", time(at))
                .update();
    }

    void release(OrganizationScope scope, UUID id, UUID by, Instant at) {
        update(scope, id, jdbc.sql("""
                        update ledger.hold set state = 'RELEASED', released_by = :by, released_at = :at
                        where organization_id = :organization and id = :id
                        """).param("by", by).param("at", time(at)));
    }

    void keepOn(OrganizationScope scope, UUID id) {
        update(scope, id, jdbc.sql("""
                        update ledger.hold set state = 'IN_FORCE', release_reason = null, release_requested_by = null,
                            release_requested_at = null
                        where organization_id = :organization and id = :id
                        """));
    }

    void review(OrganizationScope scope, UUID id, Instant reviewAt) {
        jdbc.sql("""
                        update ledger.hold set review_at = :review, told_of = null
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("review", time(reviewAt))
                .update();
    }

    /** Those in force whose review is before that time and that nobody was told of; marks them as told of. */
    List<Hold> markDue(OrganizationScope scope, Instant before) {
        return jdbc.sql("""
                        update ledger.hold set told_of = review_at
                        where organization_id = :organization and state = 'IN_FORCE' and review_at < :before
                          and told_of is distinct from review_at
                        returning *
                        """)
                .param("organization", scope.organization().value())
                .param("before", time(before))
                .query(HoldStore::hold)
                .list();
    }

    Optional<Hold> find(OrganizationScope scope, UUID id) {
        return jdbc.sql("select * from ledger.hold where organization_id = :organization and id = :id")
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(HoldStore::hold)
                .optional();
    }

    /** Those that keep something or wait for a second person first, then the newest. */
    List<Hold> list(OrganizationScope scope) {
        return jdbc.sql("""
                        select * from ledger.hold where organization_id = :organization
                        order by state in ('RELEASED', 'WITHDRAWN'), id desc limit :limit
                        """)
                .param("organization", scope.organization().value())
                .param("limit", MOST_LISTED)
                .query(HoldStore::hold)
                .list();
    }

    private static void update(OrganizationScope scope, UUID id, JdbcClient.StatementSpec statement) {
        statement
                .param("organization", scope.organization().value())
                .param("id", id)
                .update();
    }

    private static @Nullable Object time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                Hold.State.valueOf(row.getString("state")),
                row.getString("reason"),
                Arrays.asList((UUID[]) row.getArray("subjects").getArray()),
                Rows.instantOrNull(row, "from_at"),
                Rows.instantOrNull(row, "to_at"),
                Rows.instant(row, "review_at"),
                row.getObject("requested_by", UUID.class),
                Rows.instant(row, "requested_at"),
                row.getObject("confirmed_by", UUID.class),
                Rows.instantOrNull(row, "confirmed_at"),
                release(row));
    }

    private static Hold.@Nullable Release release(ResultSet row) throws SQLException {
        String reason = row.getString("release_reason");
        return reason == null
                ? null
                : new Hold.Release(
                        reason,
                        row.getObject("release_requested_by", UUID.class),
                        Rows.instant(row, "release_requested_at"),
                        row.getObject("released_by", UUID.class),
                        Rows.instantOrNull(row, "released_at"));
    }
}
