package io.gatehouse.notifications.bell;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.notification} on their way into letters. */
@Repository
final class DigestStore {

    private final JdbcClient jdbc;

    DigestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody to whom something is due. */
    record Due(OrganizationId organization, PersonId person) {}

    List<Due> due(Instant now, int most) {
        return jdbc.sql("""
                        select distinct organization_id, person_id from notifications.notification
                        where mail_due_at <= :now limit :most
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new Due(
                        new OrganizationId(row.getObject(1, UUID.class)), new PersonId(row.getObject(2, UUID.class))))
                .list();
    }

    /** How many unread ones the letter brings; what was read meanwhile goes by no mail. */
    int mark(OrganizationScope scope, PersonId person, int letter, Instant now) {
        return jdbc.sql("""
                        with due as (
                            update notifications.notification
                            set mail_due_at = null, letter = case when read_at is null then :letter end
                            where organization_id = :organization and person_id = :person and mail_due_at <= :now
                            returning letter)
                        select count(letter)::int from due
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("letter", letter)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    List<BellView> unread(OrganizationScope scope, PersonId person, int letter, int most) {
        return jdbc.sql("""
                        select id, kind, subject_id, path, created_at, read_at from notifications.notification
                        where organization_id = :organization and person_id = :person and letter = :letter
                            and read_at is null
                        order by id limit :most
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("letter", letter)
                .param("most", most)
                .query(BellStore::view)
                .list();
    }
}
