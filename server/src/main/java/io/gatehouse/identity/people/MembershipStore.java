package io.gatehouse.identity.people;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    private record Place(OrganizationId organization, PersonId person) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    MembershipStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A member, or somebody whom the organization's provider engages there. Whoever is suspended there stays out. */
    Optional<Membership> active(OrganizationId organization, PersonId person) {
        return activeIn(List.of(organization), person).stream().findFirst();
    }

    /** As {@link #active}, in each of these. */
    List<Membership> activeIn(Collection<OrganizationId> organizations, PersonId person) {
        return acting(organizations, List.of(person));
    }

    /** As {@link #active}, of each of these. */
    List<Membership> acting(OrganizationId organization, Collection<PersonId> people) {
        return acting(List.of(organization), people);
    }

    private List<Membership> acting(Collection<OrganizationId> organizations, Collection<PersonId> people) {
        return standing(Sql.of("""
                        select m.organization_id, m.person_id, true as member from identity.membership m
                        where m.organization_id = any(:organizations) and m.person_id = any(:people) and m.suspended_at is null
                        union all
                        select s.organization_id, s.person_id, false from identity.engagement_standing s
                        where s.organization_id = any(:organizations) and s.person_id = any(:people)
                          and s.starts_at <= :now and (s.expires_at is null or s.expires_at > :now)
                          and not exists (select from identity.membership m
                                          where m.organization_id = s.organization_id and m.person_id = s.person_id)
                        """)
                .with(
                        "organizations",
                        organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .with("people", people.stream().map(PersonId::value).toArray(UUID[]::new)));
    }

    /** Those of the people who are members and not suspended. */
    List<Membership> activeAmong(OrganizationId organization, Collection<PersonId> people) {
        return standing(Sql.of("""
                        select m.organization_id, m.person_id, true as member from identity.membership m
                        where m.organization_id = :organization and m.person_id = any(:people) and m.suspended_at is null
                        """)
                .with("organization", organization.value())
                .with("people", people.stream().map(PersonId::value).toArray(UUID[]::new)));
    }

    /** Active members with a role for the whole organization that allows this. */
    List<PersonId> holders(OrganizationId organization, Permission permission, int limit) {
        return jdbc.sql("""
                        select distinct h.person_id from identity.held h
                        join identity.membership m
                            on m.organization_id = h.organization_id and m.person_id = h.person_id and m.suspended_at is null
                        where h.organization_id = :organization and h.team_id is null and h.source <> 'ENGAGEMENT'
                          and (h.role = any(:roles) or :permission = any(h.permissions))
                        order by h.person_id limit :limit
                        """)
                .param("organization", organization.value())
                .param("roles", names(Role.thatAllow(permission)))
                .param("permission", permission.name())
                .param("limit", limit)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** What somebody holds, suspended or not, beside being a member. */
    List<Grant> grants(OrganizationId organization, PersonId person) {
        return jdbc
                .sql(
                        "select h.* from identity.held h where h.organization_id = :organization and h.person_id = :person and "
                                + HeldRow.IN_FORCE)
                .param("organization", organization.value())
                .param("person", person.value())
                .param("now", now())
                .query((row, _) -> HeldRow.grant(row))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    List<Membership> activeOf(PersonId person) {
        return standing(Sql.of("""
                        select m.organization_id, m.person_id, true as member from identity.membership m
                        where m.person_id = :person and m.suspended_at is null
                        """).with("person", person.value()));
    }

    /** Where the person is engaged and no member, by the organizations' names. */
    List<Membership> engagedOf(PersonId person, int most) {
        return standing(Sql.of("""
                        select s.organization_id, s.person_id, false as member from identity.engagement_standing s
                        join kernel.organization c on c.id = s.organization_id
                        where s.person_id = :person
                          and s.starts_at <= :now and (s.expires_at is null or s.expires_at > :now)
                          and not exists (select from identity.membership m
                                          where m.organization_id = s.organization_id and m.person_id = s.person_id)
                        order by c.name, c.id limit :most
                        """).with("most", most).with("person", person.value()));
    }

    private List<Membership> standing(Sql standing) {
        return Sql.of("""
                        select s.organization_id, s.member, p.id, p.display_name, p.email, h.source, h.role, h.custom_role_id,
                            h.custom_role_name, h.permissions, h.team_id, h.team_name,
                            h.provider_id, h.provider_name, h.level, h.expires_at, h.claim_value, h.identity_provider
                        from (""")
                .append(standing)
                .append(") s join identity.person p on p.id = s.person_id")
                .append("join kernel.organization o on o.id = s.organization_id")
                // Asked for each row alone: as a plain join, all that anybody holds might be gathered first.
                .append("left join lateral (select * from identity.held h where h.organization_id = s.organization_id")
                .append("and h.person_id = s.person_id and " + HeldRow.IN_FORCE + " offset 0) h on true")
                .append("order by o.name, o.id")
                .with("now", now())
                .on(jdbc)
                .query(MembershipStore::memberships);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
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

    /** One membership from all rows of what is held through it. An engagement without any is none. */
    private static List<Membership> memberships(ResultSet rows) throws SQLException {
        Map<Place, PersonRef> people = new LinkedHashMap<>();
        Map<Place, List<Grant>> grants = new HashMap<>();
        for (int number = 0; rows.next(); number++) {
            PersonRef person = PersonStore.ref(rows, number);
            Place place = new Place(new OrganizationId(rows.getObject("organization_id", UUID.class)), person.id());
            people.put(place, person);
            List<Grant> held = grants.computeIfAbsent(place, _ -> new ArrayList<>());
            if (held.isEmpty() && rows.getBoolean("member")) {
                held.add(Grant.ofMember());
            }
            Grant grant = HeldRow.grant(rows);
            if (grant != null) {
                held.add(grant);
            }
        }
        return people.entrySet().stream()
                .map(member -> new Membership(
                        member.getKey().organization(),
                        member.getValue(),
                        grants.getOrDefault(member.getKey(), List.of())))
                .filter(membership -> !membership.grants().isEmpty())
                .toList();
    }
}
