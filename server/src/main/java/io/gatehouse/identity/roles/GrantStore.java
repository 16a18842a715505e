package io.gatehouse.identity.roles;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.TeamRef;
import io.gatehouse.identity.people.HeldRow;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.role_grant}, and what people hold in all. */
@Repository
final class GrantStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    GrantStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A role that is given, and for which team. */
    record New(
            UUID id,
            PersonId person,
            @Nullable Role role,
            @Nullable UUID customRole,
            @Nullable TeamId team) {}

    /** From the same rows that permissions are checked with. */
    List<GivenGrant> held(OrganizationScope scope, PersonId person) {
        return jdbc.sql(
                        "select h.* from identity.held h where h.organization_id = :organization and h.person_id = :person"
                                + " and " + HeldRow.IN_FORCE
                                + " order by team_name nulls first, source, role, custom_role_name")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query(GrantStore::given)
                .list();
    }

    Optional<TeamRef> team(OrganizationScope scope, TeamId team) {
        return jdbc.sql("select id, name from identity.team where organization_id = :organization and id = :team")
                .param("organization", scope.organization().value())
                .param("team", team.value())
                .query((row, _) -> new TeamRef(new TeamId(row.getObject("id", UUID.class)), row.getString("name")))
                .optional();
    }

    /** Whether it was not held before. */
    boolean insert(OrganizationScope scope, New grant, Instant now) {
        TeamId team = grant.team();
        return jdbc.sql("""
                        insert into identity.role_grant
                            (organization_id, id, person_id, role, custom_role_id, team_id, given_by, given_at)
                        values (:organization, :id, :person, :role, :customRole, :team, :by, :now)
                        on conflict do nothing
                        """)
                        .param("organization", scope.organization().value())
                        .param("id", grant.id())
                        .param("person", grant.person().value())
                        .param(
                                "role",
                                grant.role() == null ? null : grant.role().name())
                        .param("customRole", grant.customRole())
                        .param("team", team == null ? null : team.value())
                        .param("by", scope.actor().id())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void delete(OrganizationScope scope, UUID id) {
        jdbc.sql("delete from identity.role_grant where organization_id = :organization and id = :id")
                .param("organization", scope.organization().value())
                .param("id", id)
                .update();
    }

    private static GivenGrant given(ResultSet row, int number) throws SQLException {
        Grant grant = Objects.requireNonNull(HeldRow.grant(row));
        return GivenGrant.of(row.getObject("grant_id", UUID.class), grant);
    }
}
