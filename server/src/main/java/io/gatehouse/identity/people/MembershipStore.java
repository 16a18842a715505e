package io.gatehouse.identity.people;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.membership}. */
@Repository
final class MembershipStore {

    private final JdbcClient jdbc;

    MembershipStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Membership> active(OrganizationId organization, PersonId person) {
        return jdbc.sql("""
                        select m.organization_id, m.roles, p.id, p.display_name, p.email
                        from identity.membership m join identity.person p on p.id = m.person_id
                        where m.organization_id = :organization and m.person_id = :person and m.suspended_at is null
                        """)
                .param("organization", organization.value())
                .param("person", person.value())
                .query(MembershipStore::membership)
                .optional();
    }

    List<Membership> activeOf(PersonId person) {
        return jdbc.sql("""
                        select m.organization_id, m.roles, p.id, p.display_name, p.email
                        from identity.membership m
                        join identity.person p on p.id = m.person_id
                        join kernel.organization o on o.id = m.organization_id
                        where m.person_id = :person and m.suspended_at is null
                        order by o.name, o.id
                        """)
                .param("person", person.value())
                .query(MembershipStore::membership)
                .list();
    }

    /** Whether there was no such membership before. */
    boolean insert(OrganizationId organization, PersonId person, Collection<Role> roles) {
        return jdbc.sql("""
                        insert into identity.membership (organization_id, person_id, roles)
                        values (:organization, :person, :roles) on conflict do nothing
                        """)
                        .param("organization", organization.value())
                        .param("person", person.value())
                        .param("roles", names(roles))
                        .update()
                == 1;
    }

    static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    static Set<Role> roles(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                PersonStore.ref(row, number),
                roles(row, "roles"));
    }
}
