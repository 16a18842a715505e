package io.gatehouse.identity.teams;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationRow;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.team} and {@code identity.team_member}. */
@Repository
final class TeamStore {

    private final JdbcClient jdbc;

    TeamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets only one change of an organization's tree happen at a time. */
    void lock(OrganizationScope scope) {
        OrganizationRow.lock(jdbc, scope);
    }

    /** All teams by name. */
    List<Team> all(OrganizationScope scope) {
        Map<UUID, List<PersonRef>> leads = leads(scope);
        return jdbc.sql("""
                        select t.id, t.name, t.parent_id,
                               (select count(*) from identity.team_member m
                                where m.organization_id = t.organization_id and m.team_id = t.id) as members
                        from identity.team t where t.organization_id = :organization
                        order by lower(t.name), t.id
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> team(row, leads))
                .list();
    }

    List<Team.Member> people(OrganizationScope scope, TeamId team) {
        return jdbc.sql("""
                        select p.id, p.display_name, p.email, m.lead
                        from identity.team_member m join identity.person p on p.id = m.person_id
                        where m.organization_id = :organization and m.team_id = :team
                        order by m.lead desc, p.display_name, p.id
                        """)
                .param("organization", scope.organization().value())
                .param("team", team.value())
                .query((row, _) -> new Team.Member(person(row), row.getBoolean("lead")))
                .list();
    }

    long roles(OrganizationScope scope, TeamId team) {
        return jdbc.sql(
                        "select count(*) from identity.role_grant where organization_id = :organization and team_id = :team")
                .param("organization", scope.organization().value())
                .param("team", team.value())
                .query(Long.class)
                .single();
    }

    void insert(OrganizationScope scope, TeamId id, String name, @Nullable TeamId parent, Instant now) {
        jdbc.sql("""
                        insert into identity.team (organization_id, id, parent_id, name, created_at)
                        values (:organization, :id, :parent, :name, :now)
                        """)
                .param("organization", scope.organization().value())
                .param("id", id.value())
                .param("parent", parent == null ? null : parent.value())
                .param("name", name)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(OrganizationScope scope, TeamId id, String name, @Nullable TeamId parent) {
        jdbc.sql("""
                        update identity.team set name = :name, parent_id = :parent
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id.value())
                .param("parent", parent == null ? null : parent.value())
                .param("name", name)
                .update();
    }

    /** Puts the person into the team, as its lead or not; by hand, also where a rule did it before. */
    void put(OrganizationScope scope, TeamId team, PersonId person, boolean lead) {
        jdbc.sql("""
                        insert into identity.team_member (organization_id, team_id, person_id, lead)
                        values (:organization, :team, :person, :lead)
                        on conflict (organization_id, team_id, person_id) do update set lead = excluded.lead, rule_id = null
                        """)
                .param("organization", scope.organization().value())
                .param("team", team.value())
                .param("person", person.value())
                .param("lead", lead)
                .update();
    }

    void remove(OrganizationScope scope, TeamId team, PersonId person) {
        jdbc.sql("""
                        delete from identity.team_member
                        where organization_id = :organization and team_id = :team and person_id = :person
                        """)
                .param("organization", scope.organization().value())
                .param("team", team.value())
                .param("person", person.value())
                .update();
    }

    /** Makes the people of one team plain members of another, where they do not belong to it already. */
    void copyPeople(OrganizationScope scope, TeamId from, TeamId to) {
        jdbc.sql("""
                        insert into identity.team_member (organization_id, team_id, person_id)
                        select organization_id, :to, person_id from identity.team_member
                        where organization_id = :organization and team_id = :from
                        on conflict do nothing
                        """)
                .param("organization", scope.organization().value())
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    void moveChildren(OrganizationScope scope, TeamId from, @Nullable TeamId to) {
        jdbc.sql("""
                        update identity.team set parent_id = :to
                        where organization_id = :organization and parent_id = :from
                        """)
                .param("organization", scope.organization().value())
                .param("from", from.value())
                .param("to", to == null ? null : to.value())
                .update();
    }

    /** Deletes the team; its people stay in the organization, the roles held for it end. */
    void delete(OrganizationScope scope, TeamId team) {
        jdbc.sql("delete from identity.role_grant where organization_id = :organization and team_id = :team")
                .param("organization", scope.organization().value())
                .param("team", team.value())
                .update();
        jdbc.sql("delete from identity.team_member where organization_id = :organization and team_id = :team")
                .param("organization", scope.organization().value())
                .param("team", team.value())
                .update();
        jdbc.sql("delete from identity.team where organization_id = :organization and id = :team")
                .param("organization", scope.organization().value())
                .param("team", team.value())
                .update();
    }

    private Map<UUID, List<PersonRef>> leads(OrganizationScope scope) {
        Map<UUID, List<PersonRef>> leads = new HashMap<>();
        jdbc.sql("""
                        select m.team_id, p.id, p.display_name, p.email
                        from identity.team_member m join identity.person p on p.id = m.person_id
                        where m.organization_id = :organization and m.lead order by p.display_name, p.id
                        """).param("organization", scope.organization().value()).query(row -> {
            leads.computeIfAbsent(row.getObject("team_id", UUID.class), _ -> new ArrayList<>())
                    .add(person(row));
        });
        return leads;
    }

    private static Team team(ResultSet row, Map<UUID, List<PersonRef>> leads) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID parent = row.getObject("parent_id", UUID.class);
        return new Team(
                new TeamId(id),
                row.getString("name"),
                parent == null ? null : new TeamId(parent),
                leads.getOrDefault(id, List.of()),
                row.getLong("members"));
    }

    private static PersonRef person(ResultSet row) throws SQLException {
        return new PersonRef(
                new PersonId(row.getObject("id", UUID.class)), row.getString("display_name"), row.getString("email"));
    }
}
