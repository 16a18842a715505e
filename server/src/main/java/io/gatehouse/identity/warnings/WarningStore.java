package io.gatehouse.identity.warnings;

import io.gatehouse.identity.SignInWarningLetters.About;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.sign_in_warning}. */
@Repository
final class WarningStore {

    private final JdbcClient jdbc;

    WarningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether nobody told them before, so many days before that end. */
    boolean insert(OrganizationId organization, Warning warning) {
        return jdbc.sql("""
                        insert into identity.sign_in_warning
                            (organization_id, id, person_id, about, subject, ends_at, days)
                        values (:organization, :id, :person, :about, :subject, :ends, :days)
                        on conflict do nothing
                        """)
                        .param("organization", organization.value())
                        .param("id", warning.id())
                        .param("person", warning.person().value())
                        .param("about", warning.about().name())
                        .param("subject", warning.subject())
                        .param("ends", warning.endsAt().atOffset(ZoneOffset.UTC))
                        .param("days", warning.days())
                        .update()
                == 1;
    }

    Optional<Warning> find(OrganizationId organization, UUID id) {
        return jdbc.sql("""
                        select person_id, about, subject, ends_at, days from identity.sign_in_warning
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization.value())
                .param("id", id)
                .query((row, _) -> new Warning(
                        id,
                        new PersonId(row.getObject("person_id", UUID.class)),
                        About.valueOf(row.getString("about")),
                        row.getString("subject"),
                        Rows.instant(row, "ends_at"),
                        row.getInt("days")))
                .optional();
    }

    /** Nobody is told of what has ended, so nobody can be told twice. */
    void forgetEnded(Instant now) {
        jdbc.sql("delete from identity.sign_in_warning where ends_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
