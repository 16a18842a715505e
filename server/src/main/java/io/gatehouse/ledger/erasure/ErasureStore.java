package io.gatehouse.ledger.erasure;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code ledger.erasure}, and the functions by which values are erased. */
@Repository
final class ErasureStore {

    private static final int MOST_LISTED = 200;

    private final JdbcClient jdbc;

    ErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An order that waits, with the name by which the book is to call whoever gave it. */
    record Waiting(Erasure erasure, String orderedByName) {}

    /** Lets nobody else of the organization forget anything, or place or release a hold, until the transaction ends. */
    void lock() {
        jdbc.sql("select from ledger.lock_forgetting()").query((_, _) -> true).single();
    }

    ErasurePreview preview(OrganizationScope scope, UUID subject) {
        List<ErasurePreview.Preventing> holds = holdsOn(subject);
        return jdbc.sql("""
                        select coalesce(
                                (select lower(replace(actor_type, '_', '-')) from ledger.entry
                                 where organization_id = :organization and actor_id = :subject limit 1),
                                (select object_type from ledger.entry where organization_id = :organization
                                 and object_type = 'invitation' and object_id = :subject::text limit 1)) as subject_type,
                            count(*) as amount, count(distinct entry_id) as entries,
                            (select count(*) from ledger.entry where organization_id = :organization
                             and (actor_id = :subject or object_type in ('person', 'invitation', 'service-account', 'device')
                                  and object_id = :subject::text)) as remaining
                        from ledger.payload where organization_id = :organization and subject = :subject
                        """)
                .param("organization", scope.organization().value())
                .param("subject", subject)
                .query((row, _) -> new ErasurePreview(
                        subject,
                        Objects.requireNonNullElse(row.getString("subject_type"), "person"),
                        row.getLong("amount"),
                        row.getLong("entries"),
                        row.getLong("remaining"),
                        holds))
                .single();
    }

    List<ErasurePreview.Preventing> holdsOn(UUID subject) {
        return jdbc.sql("select id, reason, review_at from ledger.holds_on(:subject) order by id")
                .param("subject", subject)
                .query((row, _) -> new ErasurePreview.Preventing(
                        row.getObject("id", UUID.class), row.getString("reason"), Rows.instant(row, "review_at")))
                .list();
    }

    /** Waits for whoever writes values of the subject, and lets nobody do so until the transaction ends. */
    void lockSubject(UUID subject) {
        jdbc.sql("select from ledger.lock_subject(:subject)")
                .param("subject", subject)
                .query((_, _) -> true)
                .single();
    }

    /** Erases, once the order is in the book; how many values there were. */
    long erase(UUID subject) {
        return jdbc.sql("select ledger.erase(:subject)")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    void insert(OrganizationScope scope, Erasure erasure, @Nullable String orderedByName) {
        jdbc.sql("""
                        insert into ledger.erasure (organization_id, id, subject, subject_type, reason, state, ordered_by,
                            ordered_by_name, ordered_at, closed_at)
                        values (:organization, :id, :subject, :type, :reason, :state, :by, :name, :at, :closed)
                        """)
                .param("organization", scope.organization().value())
                .param("id", erasure.id())
                .param("subject", erasure.subject())
                .param("type", erasure.subjectType())
                .param("reason", erasure.reason())
                .param("state", erasure.state().name())
                .param("by", erasure.orderedBy())
                .param("name", orderedByName)
                .param("at", erasure.orderedAt().atOffset(ZoneOffset.UTC))
                .param(
                        "closed",
                        erasure.closedAt() == null ? null : erasure.closedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends an order that waits; whether there was one. */
    boolean close(OrganizationScope scope, UUID id, Erasure.State state, Instant at) {
        return jdbc.sql("""
                                update ledger.erasure set state = :state, ordered_by_name = null, closed_at = :at
                                where organization_id = :organization and id = :id and state = 'WAITING'
                                """)
                        .param("organization", scope.organization().value())
                        .param("id", id)
                        .param("state", state.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    List<Waiting> waiting(OrganizationScope scope) {
        return jdbc.sql(
                        "select * from ledger.erasure where organization_id = :organization and state = 'WAITING' order by id")
                .param("organization", scope.organization().value())
                .query((row, number) -> new Waiting(erasure(row, number), row.getString("ordered_by_name")))
                .list();
    }

    /** The newest first. */
    List<Erasure> list(OrganizationScope scope) {
        return jdbc.sql(
                        "select * from ledger.erasure where organization_id = :organization order by id desc limit :limit")
                .param("organization", scope.organization().value())
                .param("limit", MOST_LISTED)
                .query(ErasureStore::erasure)
                .list();
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("subject_type"),
                row.getString("reason"),
                Erasure.State.valueOf(row.getString("state")),
                row.getObject("ordered_by", UUID.class),
                Rows.instant(row, "ordered_at"),
                Rows.instantOrNull(row, "closed_at"));
    }
}
