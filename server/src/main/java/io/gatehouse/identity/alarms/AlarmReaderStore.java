package io.gatehouse.identity.alarms;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who hears of alarms. */
@Repository
final class AlarmReaderStore {

    private final JdbcClient jdbc;

    AlarmReaderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The organization's administrators, and operators of the installation; those who are both once. */
    List<PersonId> readers(OrganizationId organization, Role administrator, int limit) {
        return jdbc.sql("""
                        (select person_id from identity.membership
                         where organization_id = :organization and suspended_at is null and :administrator = any(roles)
                         order by joined_at limit :limit)
                        union
                        (select person_id from identity.operator order by person_id limit :limit)
                        """)
                .param("organization", organization.value())
                .param("administrator", administrator.name())
                .param("limit", limit)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }
}
