package io.gatehouse.identity.providers;

import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.TeamRef;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.mapping_rule}. */
@Repository
final class MappingRuleStore {

    private final JdbcClient jdbc;

    MappingRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MappingRule> list(OrganizationId organization, UUID provider) {
        return jdbc.sql("""
                        select r.*, c.name as custom_role_name, t.name as team_name
                        from identity.mapping_rule r
                        left join identity.custom_role c
                            on c.organization_id = r.organization_id and c.id = r.custom_role_id
                        left join identity.team t on t.organization_id = r.organization_id and t.id = r.team_id
                        where r.organization_id = :organization and r.provider_id = :provider
                        order by r.claim nulls first, r.value, r.id
                        """)
                .param("organization", organization.value())
                .param("provider", provider)
                .query(MappingRuleStore::rule)
                .list();
    }

    void insert(OrganizationScope scope, UUID provider, UUID id, MappingDraft draft) {
        TeamId team = draft.team();
        jdbc.sql("""
                        insert into identity.mapping_rule (organization_id, id, provider_id, claim, value, role,
                            custom_role_id, team_id, joins_team)
                        values (:organization, :id, :provider, :claim, :value, :role, :customRole, :team, :joins)
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("provider", provider)
                .param("claim", draft.claim())
                .param("value", draft.value())
                .param("role", draft.role() == null ? null : draft.role().name())
                .param("customRole", draft.customRole())
                .param("team", team == null ? null : team.value())
                .param("joins", draft.joinsTeam())
                .update();
    }

    void delete(OrganizationScope scope, Collection<UUID> rules) {
        jdbc.sql("delete from identity.mapping_rule where organization_id = :organization and id = any(:rules)")
                .param("organization", scope.organization().value())
                .param("rules", rules.toArray(UUID[]::new))
                .update();
    }

    /** What a role of the organization's own allows; locked against changes until the transaction ends. */
    Optional<Set<Permission>> permissions(OrganizationScope scope, UUID customRole) {
        return jdbc.sql("""
                        select permissions from identity.custom_role
                        where organization_id = :organization and id = :id for update
                        """)
                .param("organization", scope.organization().value())
                .param("id", customRole)
                .query((row, _) -> Arrays.stream(
                                (String[]) row.getArray("permissions").getArray())
                        .map(Permission::valueOf)
                        .collect(Collectors.toUnmodifiableSet()))
                .optional();
    }

    boolean teamExists(OrganizationScope scope, TeamId team) {
        return jdbc.sql(
                        "select exists (select from identity.team where organization_id = :organization and id = :team)")
                .param("organization", scope.organization().value())
                .param("team", team.value())
                .query(Boolean.class)
                .single();
    }

    private static MappingRule rule(ResultSet row, int number) throws SQLException {
        String role = row.getString("role");
        return new MappingRule(
                row.getObject("id", UUID.class),
                row.getString("claim"),
                row.getString("value"),
                role == null ? null : Role.valueOf(role),
                row.getObject("custom_role_id", UUID.class),
                row.getString("custom_role_name"),
                team(row),
                row.getBoolean("joins_team"));
    }

    private static @Nullable TeamRef team(ResultSet row) throws SQLException {
        UUID id = row.getObject("team_id", UUID.class);
        return id == null ? null : new TeamRef(new TeamId(id), row.getString("team_name"));
    }
}
