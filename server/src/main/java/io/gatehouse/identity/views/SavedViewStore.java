package io.gatehouse.identity.views;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.saved_view}. */
@Repository
final class SavedViewStore {

    private final JdbcClient jdbc;

    SavedViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By list and name. */
    List<SavedView> all(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        select id, list, name, query, preferred from identity.saved_view
                        where organization_id = :organization and person_id = :person
                        order by list, lower(name)
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query((row, _) -> new SavedView(
                        row.getObject("id", UUID.class),
                        row.getString("list"),
                        row.getString("name"),
                        row.getString("query"),
                        row.getBoolean("preferred")))
                .list();
    }

    /** Lets changes of one member's views happen one after the other; false for who is no member. */
    boolean lock(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        select person_id from identity.membership
                        where organization_id = :organization and person_id = :person for no key update
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void insert(OrganizationScope scope, PersonId person, SavedView view) {
        jdbc.sql("""
                        insert into identity.saved_view
                            (organization_id, person_id, id, list, name, query, preferred)
                        values (:organization, :person, :id, :list, :name, :query, :preferred)
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("id", view.id())
                .param("list", view.list())
                .param("name", view.name())
                .param("query", view.query())
                .param("preferred", view.preferred())
                .update();
    }

    /** Whether there was one. */
    boolean delete(OrganizationScope scope, PersonId person, UUID id) {
        return jdbc.sql("""
                        delete from identity.saved_view
                        where organization_id = :organization and person_id = :person and id = :id
                        """)
                        .param("organization", scope.organization().value())
                        .param("person", person.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The list opens as it always did. */
    void preferNone(OrganizationScope scope, PersonId person, String list) {
        jdbc.sql("""
                        update identity.saved_view set preferred = false
                        where organization_id = :organization and person_id = :person and list = :list and preferred
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("list", list)
                .update();
    }
}
