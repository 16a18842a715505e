package io.gatehouse.identity.leaving;

import io.gatehouse.kernel.OrganizationRow;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ends rows of {@code identity.membership}, with all that hangs on them. */
@Repository
final class DepartureStore {

    private final JdbcClient jdbc;

    DepartureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets only one change of people's standing in the organization happen at a time. */
    void lock(OrganizationScope scope) {
        OrganizationRow.lock(jdbc, scope);
    }

    /** Whether an active member other than this one has that built-in role. */
    boolean anyOther(OrganizationScope scope, PersonId person, String role) {
        return jdbc.sql("""
                        select exists (select from identity.membership
                                       where organization_id = :organization and person_id <> :person
                                         and suspended_at is null and :role = any(roles))
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("role", role)
                .query(Boolean.class)
                .single();
    }

    void addRole(OrganizationScope scope, PersonId person, String role) {
        jdbc.sql("""
                        update identity.membership set roles = array_append(array_remove(roles, :role), :role)
                        where organization_id = :organization and person_id = :person
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("role", role)
                .update();
    }

    void delete(OrganizationScope scope, PersonId person) {
        jdbc.sql("delete from identity.membership where organization_id = :organization and person_id = :person")
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .update();
    }
}
