package io.gatehouse.identity.people;

import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is under whom by the tree of teams. A cycle, should there ever be one, ends the walk. */
@Component
final class TeamReach {

    private final JdbcClient jdbc;

    TeamReach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<PersonId> people(OrganizationScope scope, Collection<TeamId> teams) {
        return new HashSet<>(jdbc.sql("""
                        with recursive below (id) as (
                            select t.id from identity.team t
                            where t.organization_id = :organization and t.id = any(:teams)
                            union
                            select t.id from identity.team t join below b on t.parent_id = b.id
                            where t.organization_id = :organization)
                        select distinct m.person_id
                        from identity.team_member m join below b on m.team_id = b.id
                        where m.organization_id = :organization
                        """)
                .param("organization", scope.organization().value())
                .param("teams", teams.stream().map(TeamId::value).toArray(UUID[]::new))
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }
}
