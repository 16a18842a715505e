package io.gatehouse.notifications.mail;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.checkpoint_reader}. */
@Repository
final class CheckpointReaderStore {

    private final JdbcClient jdbc;

    CheckpointReaderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who wants an organization's checkpoint each day. */
    record Reader(OrganizationId organization, PersonId person) {}

    boolean exists(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        select exists (select from notifications.checkpoint_reader
                                       where organization_id = :organization and person_id = :person)
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the person was none before. */
    boolean insert(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        insert into notifications.checkpoint_reader (organization_id, person_id)
                        values (:organization, :person) on conflict do nothing
                        """)
                        .param("organization", scope.organization().value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** Whether the person was one before. */
    boolean delete(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        delete from notifications.checkpoint_reader
                        where organization_id = :organization and person_id = :person
                        """)
                        .param("organization", scope.organization().value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    List<Reader> everywhere() {
        return jdbc.sql("select organization_id, person_id from notifications.checkpoint_reader")
                .query((row, _) -> new Reader(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class))))
                .list();
    }
}
