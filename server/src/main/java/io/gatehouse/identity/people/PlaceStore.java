package io.gatehouse.identity.people;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.TeamRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where people stand by teams and managers, and who stands where. A cycle, should there ever be one, ends the walk. */
@Repository
final class PlaceStore {

    private static final int LONGEST_LINE = 20;

    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The teams of one person. */
    record Teams(Set<TeamId> own, Set<TeamId> above, Set<TeamId> led) {

        static final Teams NONE = new Teams(Set.of(), Set.of(), Set.of());

        private static Teams empty() {
            return new Teams(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    Map<PersonId, Teams> teams(OrganizationScope scope, Collection<PersonId> people) {
        Map<PersonId, Teams> all = new HashMap<>();
        jdbc.sql("""
                        with recursive above (person_id, id, parent_id, own, lead) as (
                            select m.person_id, t.id, t.parent_id, true, m.lead
                            from identity.team_member m
                            join identity.team t on t.organization_id = m.organization_id and t.id = m.team_id
                            where m.organization_id = :organization and m.person_id = any(:people)
                            union
                            select a.person_id, t.id, t.parent_id, false, false
                            from identity.team t join above a on t.id = a.parent_id
                            where t.organization_id = :organization)
                        select person_id, id, own, lead from above
                        """)
                .param("organization", scope.organization().value())
                .param("people", uuids(people))
                .query(row -> {
                    PersonId person = new PersonId(row.getObject("person_id", UUID.class));
                    TeamId team = new TeamId(row.getObject("id", UUID.class));
                    Teams teams = all.computeIfAbsent(person, _ -> Teams.empty());
                    teams.above().add(team);
                    if (row.getBoolean("own")) {
                        teams.own().add(team);
                    }
                    if (row.getBoolean("lead")) {
                        teams.led().add(team);
                    }
                });
        return all;
    }

    /**
     * What a profile says.
     *
     * @param line the managers, nearest first
     */
    record Reporting(String department, List<PersonId> line) {

        static final Reporting UNKNOWN = new Reporting("", List.of());
    }

    Map<PersonId, Reporting> reporting(OrganizationScope scope, Collection<PersonId> people) {
        Map<PersonId, Reporting> all = new HashMap<>();
        jdbc.sql("""
                        with recursive line (person_id, department, manager_id, distance) as (
                            select p.person_id, p.department, nullif(p.manager_id, p.person_id), 1 from identity.profile p
                            where p.organization_id = :organization and p.person_id = any(:people)
                            union all
                            select l.person_id, l.department, p.manager_id, l.distance + 1
                            from identity.profile p join line l on p.person_id = l.manager_id
                            where p.organization_id = :organization and p.manager_id <> l.person_id
                                and l.distance < :longest)
                            cycle manager_id set repeated using walked
                        select person_id, department, manager_id from line where not repeated
                        order by person_id, distance
                        """)
                .param("organization", scope.organization().value())
                .param("people", uuids(people))
                .param("longest", LONGEST_LINE)
                .query(row -> {
                    String department = row.getString("department");
                    Reporting reporting = all.computeIfAbsent(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            _ -> new Reporting(department, new ArrayList<>()));
                    UUID manager = row.getObject("manager_id", UUID.class);
                    if (manager != null) {
                        reporting.line().add(new PersonId(manager));
                    }
                });
        return all;
    }

    /**
     * Active members who hold the permission for the whole organization or for one of the teams. What engagements give is
     * not counted: it depends on what people hold at the provider.
     */
    List<PersonId> holders(OrganizationScope scope, Permission permission, Collection<TeamId> teams, int limit) {
        if (Grant.ofMember().permissions().contains(permission)) {
            return members(scope, Sql.of("true"), limit);
        }
        boolean limitable = Grant.LIMITABLE.contains(permission);
        return members(
                scope,
                Sql.of("""
                        m.person_id in (
                            select h.person_id from identity.held h
                            where h.organization_id = :organization and h.source <> 'ENGAGEMENT'
                                and (h.team_id is null or h.team_id = any(:teams))
                                and (h.role = any(:roles) or :permission = any(h.permissions) or h.source = 'TEAM_LEAD'))
                        """)
                        .with("teams", limitable ? teamIds(teams) : new UUID[0])
                        .with("roles", MembershipStore.names(Role.thatAllow(permission)))
                        .with("permission", permission.name()),
                limit);
    }

    /** Active members with one of these roles for the whole organization. */
    List<PersonId> holding(OrganizationScope scope, Collection<Role> roles, int limit) {
        return members(scope, Sql.of("""
                        m.person_id in (
                            select h.person_id from identity.held h
                            where h.organization_id = :organization and h.team_id is null and h.source = 'ROLE'
                                and h.role = any(:roles))
                        """).with("roles", MembershipStore.names(roles)), limit);
    }

    List<PersonId> leading(OrganizationScope scope, Collection<TeamId> teams, int limit) {
        return members(scope, Sql.of("""
                        m.person_id in (
                            select l.person_id from identity.team_member l
                            where l.organization_id = :organization and l.lead and l.team_id = any(:teams))
                        """).with("teams", teamIds(teams)), limit);
    }

    /** Active members whose name or e-mail contains the text, by name. */
    List<PersonId> named(OrganizationScope scope, String text, int limit) {
        return jdbc.sql("""
                        select person_id from identity.membership
                        where organization_id = :organization and suspended_at is null and search_text like lower(:text)
                        order by display_name, person_id limit :limit
                        """)
                .param("organization", scope.organization().value())
                .param("text", Objects.requireNonNullElse(Sql.containing(text), "%"))
                .param("limit", limit)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** All teams, by name. */
    List<TeamRef> teams(OrganizationScope scope) {
        return jdbc.sql("""
                        select id, name from identity.team where organization_id = :organization order by lower(name), id
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> new TeamRef(new TeamId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    /** Those of the people who are members and not suspended. */
    List<PersonId> among(OrganizationScope scope, Collection<PersonId> people, int limit) {
        return members(scope, Sql.of("m.person_id = any(:people)").with("people", uuids(people)), limit);
    }

    private List<PersonId> members(OrganizationScope scope, Sql condition, int limit) {
        return Sql.of("""
                        select m.person_id from identity.membership m
                        where m.organization_id = :organization and m.suspended_at is null and
                        """)
                .append(condition)
                .append("order by m.person_id limit :limit")
                .with("organization", scope.organization().value())
                .with("limit", limit)
                .on(jdbc)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Whom the organization's provider engages there at that time. */
    List<PersonId> engaged(OrganizationScope scope, Instant now) {
        return jdbc.sql("""
                        select distinct person_id from identity.engagement_standing
                        where organization_id = :organization
                            and starts_at <= :now and (expires_at is null or expires_at > :now)
                        order by person_id
                        """)
                .param("organization", scope.organization().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    private static UUID[] teamIds(Collection<TeamId> teams) {
        return teams.stream().map(TeamId::value).toArray(UUID[]::new);
    }

    private static UUID[] uuids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
