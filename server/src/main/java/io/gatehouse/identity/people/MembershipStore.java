package io.gatehouse.identity.people;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return jdbc
                .sql("""
                        select m.organization_id, p.id, p.display_name, p.email, h.source, h.role, h.custom_role_id, h.custom_role_name,
                            h.permissions, h.team_id, h.team_name, h.claim_value, h.provider_name
                        from identity.membership m
                        join identity.person p on p.id = m.person_id
                        left join identity.held h
                            on h.organization_id = m.organization_id and h.person_id = m.person_id
                        where m.organization_id = :organization and m.person_id = :person and m.suspended_at is null
                        """)
                .param("organization", organization.value())
                .param("person", person.value())
                .query(MembershipStore::memberships)
                .stream()
                .findFirst();
    }

    /** What a member holds, suspended or not, beside being a member. */
    List<Grant> grants(OrganizationId organization, PersonId person) {
        return jdbc
                .sql("select * from identity.held where organization_id = :organization and person_id = :person")
                .param("organization", organization.value())
                .param("person", person.value())
                .query((row, _) -> HeldRow.grant(row))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    List<Membership> activeOf(PersonId person) {
        return jdbc.sql("""
                        select m.organization_id, p.id, p.display_name, p.email, h.source, h.role, h.custom_role_id, h.custom_role_name,
                            h.permissions, h.team_id, h.team_name, h.claim_value, h.provider_name
                        from identity.membership m
                        join identity.person p on p.id = m.person_id
                        join kernel.organization o on o.id = m.organization_id
                        left join identity.held h
                            on h.organization_id = m.organization_id and h.person_id = m.person_id
                        where m.person_id = :person and m.suspended_at is null
                        order by o.name, o.id
                        """).param("person", person.value()).query(MembershipStore::memberships);
    }

    boolean existElsewhere(PersonId person, OrganizationId organization) {
        return jdbc.sql("""
                        select exists (select from identity.membership
                                       where person_id = :person and organization_id <> :organization)
                        """)
                .param("person", person.value())
                .param("organization", organization.value())
                .query(Boolean.class)
                .single();
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

    /** One membership from all rows of what is held through it. */
    private static List<Membership> memberships(ResultSet rows) throws SQLException {
        Map<OrganizationId, PersonRef> people = new LinkedHashMap<>();
        Map<OrganizationId, List<Grant>> grants = new HashMap<>();
        for (int number = 0; rows.next(); number++) {
            OrganizationId organization = new OrganizationId(rows.getObject("organization_id", UUID.class));
            people.put(organization, PersonStore.ref(rows, number));
            List<Grant> held = grants.computeIfAbsent(organization, _ -> new ArrayList<>(List.of(Grant.ofMember())));
            Grant grant = HeldRow.grant(rows);
            if (grant != null) {
                held.add(grant);
            }
        }
        return people.entrySet().stream()
                .map(member -> new Membership(
                        member.getKey(), member.getValue(), grants.getOrDefault(member.getKey(), List.of())))
                .toList();
    }
}
