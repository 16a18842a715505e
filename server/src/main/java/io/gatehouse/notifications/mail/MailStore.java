package io.gatehouse.notifications.mail;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.mail} on their way. */
@Repository
final class MailStore {

    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing happens when there was that occasion before. */
    void insert(
            @Nullable OrganizationId organization,
            Mail.Kind kind,
            UUID subject,
            int number,
            String occasion,
            Instant now) {
        jdbc.sql("""
                        insert into notifications.mail (id, organization_id, kind, subject_id, number, occasion, state,
                            due_at, give_up_at, created_at, changed_at)
                        values (:id, :organization, :kind, :subject, :number, :occasion, 'WAITING',
                            :now, :give_up, :now, :now)
                        on conflict (occasion) do nothing
                        """)
                .param("id", Ids.next())
                .param("organization", organization == null ? null : organization.value())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("number", number)
                .param("occasion", occasion)
                .param("now", at(now))
                .param("give_up", at(now.plus(kind.patience())))
                .update();
    }

    /** Takes one whose time has come, which nobody else takes before the lease ends. */
    Optional<Mail> take(Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        update notifications.mail set due_at = :lease, attempts = attempts + 1
                        where id = (select id from notifications.mail where state = 'WAITING' and due_at <= :now
                                    order by due_at limit 1 for update skip locked)
                        returning id, organization_id, kind, subject_id, number, occasion, attempts, give_up_at
                        """)
                .param("lease", at(leaseEnd))
                .param("now", at(now))
                .query(MailStore::mail)
                .optional();
    }

    void addressed(Mail mail, String domain) {
        jdbc.sql("update notifications.mail set recipient_domain = :domain where id = :id")
                .param("domain", domain)
                .param("id", mail.id())
                .update();
    }

    void finish(Mail mail, Mail.State state, @Nullable String problem, Instant now) {
        jdbc.sql("""
                        update notifications.mail set state = :state, problem = :problem, changed_at = :now
                        where id = :id and state = 'WAITING'
                        """)
                .param("state", state.name())
                .param("problem", problem)
                .param("now", at(now))
                .param("id", mail.id())
                .update();
    }

    void postpone(Mail mail, Instant until, String problem, Instant now) {
        jdbc.sql("""
                        update notifications.mail set due_at = :until, problem = :problem, changed_at = :now
                        where id = :id and state = 'WAITING'
                        """)
                .param("until", at(until))
                .param("problem", problem)
                .param("now", at(now))
                .param("id", mail.id())
                .update();
    }

    void deleteDoneBefore(Instant time) {
        jdbc.sql("delete from notifications.mail where state in ('SENT', 'NEEDLESS') and changed_at < :time")
                .param("time", at(time))
                .update();
    }

    static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Mail mail(ResultSet row, int rowNumber) throws SQLException {
        UUID organization = row.getObject("organization_id", UUID.class);
        return new Mail(
                row.getObject("id", UUID.class),
                organization == null ? null : new OrganizationId(organization),
                Mail.Kind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                row.getInt("number"),
                row.getString("occasion"),
                row.getInt("attempts"),
                Rows.instant(row, "give_up_at"));
    }
}
