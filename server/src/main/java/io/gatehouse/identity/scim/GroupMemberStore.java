package io.gatehouse.identity.scim;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of rows of {@code identity.provisioned_group_member}; ids only, because there may be a hundred thousand. */
@Repository
final class GroupMemberStore {

    private final JdbcClient jdbc;

    GroupMemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> all(OrganizationScope scope, UUID group) {
        return jdbc.sql("""
                        select person_id from identity.provisioned_group_member
                        where organization_id = :organization and group_id = :group order by person_id
                        """)
                .param("organization", scope.organization().value())
                .param("group", group)
                .query((row, _) -> row.getObject("person_id", UUID.class))
                .list();
    }

    /** One of the ids that is no user of the organization's directory; each is looked up alone, however many there are. */
    Optional<UUID> stranger(OrganizationScope scope, Collection<UUID> ids) {
        return jdbc.sql("""
                        select id from unnest(:ids) id where (
                            select u.person_id from identity.provisioned_person u
                            where u.organization_id = :organization and u.person_id = id) is null
                        limit 1
                        """)
                .param("organization", scope.organization().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .optional();
    }

    /** Those of the ids that are users of the organization's directory. */
    List<PersonRef> users(OrganizationScope scope, Collection<UUID> ids) {
        return jdbc.sql("""
                        select m.person_id, m.display_name, m.email from identity.provisioned_person u
                        cross join lateral (select * from identity.membership m
                            where m.organization_id = u.organization_id and m.person_id = u.person_id offset 0) m
                        where u.organization_id = :organization and u.person_id = any(:ids)
                        """)
                .param("organization", scope.organization().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> UserStore.ref(row))
                .list();
    }

    /** Adds those who are no members; answers whom. */
    List<UUID> add(OrganizationScope scope, UUID group, Collection<UUID> people) {
        return jdbc.sql("""
                        insert into identity.provisioned_group_member (organization_id, group_id, person_id)
                        select :organization, :group, person from unnest(:people) person
                        on conflict do nothing returning person_id
                        """)
                .param("organization", scope.organization().value())
                .param("group", group)
                .param("people", people.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("person_id", UUID.class))
                .list();
    }

    /** Removes members; answers whom. */
    List<UUID> remove(OrganizationScope scope, UUID group, Collection<UUID> people) {
        return jdbc.sql("""
                        delete from identity.provisioned_group_member
                        where organization_id = :organization and group_id = :group and person_id = any(:people)
                        returning person_id
                        """)
                .param("organization", scope.organization().value())
                .param("group", group)
                .param("people", people.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("person_id", UUID.class))
                .list();
    }

    /** Removes all members but these; answers whom. */
    List<UUID> removeOthers(OrganizationScope scope, UUID group, Collection<UUID> kept) {
        return jdbc.sql("""
                        delete from identity.provisioned_group_member
                        where organization_id = :organization and group_id = :group and person_id <> all(:kept)
                        returning person_id
                        """)
                .param("organization", scope.organization().value())
                .param("group", group)
                .param("kept", kept.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("person_id", UUID.class))
                .list();
    }
}
