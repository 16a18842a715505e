package io.gatehouse.approvals.delegations;

import io.gatehouse.approvals.engine.Engine;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code approvals.delegation}. */
@Component
final class DelegationStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_CHAINS = 200;
    private static final int MOST_SHOWN = 100;

    private final JdbcClient jdbc;

    DelegationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else gives a delegation here: two at once could close a circle. */
    void lock(OrganizationScope scope) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('approvals.delegation ' || :organization, 0))")
                .param("organization", scope.organization().toString())
                .query((_, _) -> true)
                .single();
    }

    void insert(OrganizationScope scope, Delegation given) {
        TeamId team = given.team();
        jdbc.sql("""
                        insert into approvals.delegation (organization_id, id, delegator_id, delegator_name, delegate_id,
                            delegate_name, starts_at, ends_at, kind, team_id, given_by, given_by_name, given_at)
                        values (:organization, :id, :from, :fromName, :to, :toName, :starts, :ends, :kind, :team, :by,
                            :byName, :at)
                        """)
                .param("organization", scope.organization().value())
                .param("id", given.id())
                .param("from", given.from().id().value())
                .param("fromName", given.from().displayName())
                .param("to", given.to().id().value())
                .param("toName", given.to().displayName())
                .param("starts", given.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", given.endsAt().atOffset(ZoneOffset.UTC))
                .param("kind", given.kind())
                .param("team", team == null ? null : team.value())
                .param("by", given.givenBy().id().value())
                .param("byName", given.givenBy().displayName())
                .param("at", given.givenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was not over yet. */
    boolean end(OrganizationScope scope, UUID id, Instant now) {
        return jdbc.sql("""
                                update approvals.delegation set ended_at = :now, ended_by_name = :by
                                where organization_id = :organization and id = :id and ended_at is null and ends_at > :now
                                """)
                        .param("organization", scope.organization().value())
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", scope.actor().displayName())
                        .update()
                == 1;
    }

    Optional<Delegation> find(OrganizationScope scope, UUID id) {
        return jdbc.sql("select * from approvals.delegation where organization_id = :organization and id = :id")
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(DelegationStore::delegation)
                .optional();
    }

    /** What somebody gave or got, the latest end first. */
    List<Delegation> of(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        select * from approvals.delegation
                        where organization_id = :organization and :person in (delegator_id, delegate_id)
                        order by coalesce(ended_at, ends_at) desc, id desc limit :most
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("most", MOST_SHOWN)
                .query(DelegationStore::delegation)
                .list();
    }

    /** Who hands on to whom at any moment of that time. */
    List<Lines.Edge> edges(OrganizationScope scope, Instant from, Instant until) {
        return jdbc.sql("""
                        select delegator_id, delegate_id from approvals.delegation
                        where organization_id = :organization and ended_at is null and starts_at < :until
                          and ends_at > :from
                        """)
                .param("organization", scope.organization().value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Lines.Edge(person(row, "delegator_id"), person(row, "delegate_id")))
                .list();
    }

    List<Handovers.Chain> chains(OrganizationScope scope, PersonId person, Instant now) {
        return jdbc.sql("""
                        with recursive lasting as (
                            select * from approvals.delegation
                            where organization_id = :organization and ended_at is null and starts_at <= :now
                              and ends_at > :now
                        ), chain (member, links, people) as (
                            select d.delegator_id, array[d.id], array[d.delegate_id, d.delegator_id]
                            from lasting d where d.delegate_id = :person
                            union all
                            select d.delegator_id, d.id || c.links, c.people || d.delegator_id
                            from chain c join lasting d on d.delegate_id = c.member
                            where cardinality(c.links) < :longest and d.delegator_id <> all(c.people)
                        )
                        select c.member, (
                            select jsonb_agg(jsonb_build_object('delegation', d.id, 'to', d.delegate_id,
                                'until', d.ends_at, 'kind', d.kind, 'team', d.team_id) order by l.position)
                            from unnest(c.links) with ordinality l (id, position)
                            join lasting d on d.id = l.id) as links
                        from chain c order by cardinality(c.links), c.links limit :most
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("longest", Engine.LONGEST_CHAIN)
                .param("most", MOST_CHAINS)
                .query((row, _) -> new Handovers.Chain(
                        person(row, "member"),
                        Arrays.asList(JSON.readValue(row.getString("links"), Handovers.Link[].class))))
                .list();
    }

    Set<UUID> takenBack(OrganizationScope scope, Collection<UUID> delegations) {
        return Set.copyOf(jdbc.sql("""
                        select id from approvals.delegation
                        where organization_id = :organization and id = any(:ids) and ended_at is not null
                        """)
                .param("organization", scope.organization().value())
                .param("ids", delegations.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private static Delegation delegation(ResultSet row, int ignored) throws SQLException {
        UUID team = row.getObject("team_id", UUID.class);
        return new Delegation(
                row.getObject("id", UUID.class),
                party(row, "delegator_id", "delegator_name"),
                party(row, "delegate_id", "delegate_name"),
                Rows.instant(row, "starts_at"),
                Rows.instant(row, "ends_at"),
                row.getString("kind"),
                team == null ? null : new TeamId(team),
                party(row, "given_by", "given_by_name"),
                Rows.instant(row, "given_at"),
                Rows.instantOrNull(row, "ended_at"));
    }

    private static Delegation.Party party(ResultSet row, String id, String name) throws SQLException {
        return new Delegation.Party(person(row, id), row.getString(name));
    }

    private static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }
}
