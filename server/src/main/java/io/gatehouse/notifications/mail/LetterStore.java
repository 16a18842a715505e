package io.gatehouse.notifications.mail;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.mail} as people look at them. */
@Repository
final class LetterStore {

    private final JdbcClient jdbc;

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LetterRow> list(Mail.@Nullable State state, @Nullable Cursor after, int limit) {
        return Sql.of("""
                        select id, kind, state, attempts, recipient_domain, problem, due_at, created_at, changed_at
                        from notifications.mail
                        """)
                .append(Sql.conditions()
                        .when(state == null ? null : state.name(), "state = :state", "state")
                        .when(after == null ? null : after.id(0), "id < :after", "after")
                        .where())
                .append(Sql.of("order by id desc limit :limit", "limit", limit))
                .on(jdbc)
                .query(LetterStore::row)
                .list();
    }

    Map<Mail.State, Integer> counts() {
        return jdbc
                .sql("""
                        select state, count(*)::int as letters from notifications.mail
                        where state in ('WAITING', 'DEAD') group by state
                        """)
                .query((row, _) -> Map.entry(Mail.State.valueOf(row.getString("state")), row.getInt("letters")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<LetterFate> ofInvitations(OrganizationScope scope) {
        return jdbc.sql("""
                        select distinct on (subject_id) subject_id, state, problem, changed_at from notifications.mail
                        where organization_id = :organization and kind = 'INVITATION'
                        order by subject_id, id desc limit 1000
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> new LetterFate(
                        row.getObject("subject_id", UUID.class),
                        Mail.State.valueOf(row.getString("state")),
                        row.getString("problem"),
                        Rows.instant(row, "changed_at")))
                .list();
    }

    /** Whether it had been given up until now. */
    boolean revive(UUID id, Instant now) {
        return jdbc.sql("""
                        update notifications.mail
                        set state = 'WAITING', attempts = 0, due_at = :now, give_up_at = :now + (give_up_at - created_at),
                            changed_at = :now
                        where id = :id and state = 'DEAD'
                        """).param("now", MailStore.at(now)).param("id", id).update() == 1;
    }

    /** Whether it had been given up until now. */
    boolean discard(UUID id, Instant now) {
        return jdbc.sql("""
                        update notifications.mail set state = 'NEEDLESS', changed_at = :now
                        where id = :id and state = 'DEAD'
                        """).param("now", MailStore.at(now)).param("id", id).update() == 1;
    }

    private static LetterRow row(ResultSet row, int number) throws SQLException {
        Mail.State state = Mail.State.valueOf(row.getString("state"));
        return new LetterRow(
                row.getObject("id", UUID.class),
                Mail.Kind.valueOf(row.getString("kind")),
                state,
                row.getInt("attempts"),
                row.getString("recipient_domain"),
                row.getString("problem"),
                state == Mail.State.WAITING ? Rows.instant(row, "due_at") : null,
                Rows.instant(row, "created_at"),
                Rows.instant(row, "changed_at"));
    }
}
