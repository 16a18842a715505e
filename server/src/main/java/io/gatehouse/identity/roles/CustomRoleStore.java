package io.gatehouse.identity.roles;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.TeamRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.custom_role}. */
@Repository
final class CustomRoleStore {

    private static final String SELECT = """
            select r.*, (select count(distinct g.person_id) from identity.role_grant g
                         where g.organization_id = r.organization_id and g.custom_role_id = r.id) as holders
            from identity.custom_role r
            """;

    private final JdbcClient jdbc;

    CustomRoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CustomRole> list(OrganizationScope scope) {
        return Sql.of(SELECT)
                .append("where r.organization_id = :organization order by lower(r.name)")
                .with("organization", scope.organization().value())
                .on(jdbc)
                .query(CustomRoleStore::role)
                .list();
    }

    Optional<CustomRole> find(OrganizationScope scope, UUID id) {
        return Sql.of(SELECT)
                .append("where r.organization_id = :organization and r.id = :id")
                .with("organization", scope.organization().value())
                .with("id", id)
                .on(jdbc)
                .query(CustomRoleStore::role)
                .optional();
    }

    /** Lets changes and the giving of the role come one after the other. */
    void lock(OrganizationScope scope, UUID id) {
        jdbc.sql("select id from identity.custom_role where organization_id = :organization and id = :id for update")
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** Whether the name was free. */
    boolean insert(OrganizationScope scope, UUID id, RoleDraft draft, Instant now) {
        return jdbc.sql("""
                        insert into identity.custom_role (organization_id, id, name, description, permissions, changed_at)
                        values (:organization, :id, :name, :description, :permissions, :now)
                        on conflict (organization_id, lower(name)) do nothing
                        """)
                        .param("organization", scope.organization().value())
                        .param("id", id)
                        .param("name", draft.plainName())
                        .param("description", draft.plainDescription())
                        .param("permissions", names(draft.permissions()))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void update(OrganizationScope scope, UUID id, RoleDraft draft, Instant now) {
        jdbc.sql("""
                        update identity.custom_role
                        set name = :name, description = :description, permissions = :permissions,
                            version = version + 1, changed_at = :now
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("name", draft.plainName())
                .param("description", draft.plainDescription())
                .param("permissions", names(draft.permissions()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(OrganizationScope scope, UUID id) {
        jdbc.sql("delete from identity.custom_role where organization_id = :organization and id = :id")
                .param("organization", scope.organization().value())
                .param("id", id)
                .update();
    }

    List<Holder> holders(OrganizationScope scope, UUID id, int limit) {
        return jdbc.sql("""
                        select p.id, p.display_name, p.email, h.team_id, h.team_name
                        from identity.held h join identity.person p on p.id = h.person_id
                        where h.organization_id = :organization and h.custom_role_id = :id
                        order by p.display_name, p.id, h.team_name nulls first limit :limit
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("limit", limit)
                .query(CustomRoleStore::holder)
                .list();
    }

    private static String[] names(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::name).toArray(String[]::new);
    }

    private static CustomRole role(ResultSet row, int number) throws SQLException {
        return new CustomRole(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                Arrays.stream((String[]) row.getArray("permissions").getArray())
                        .map(Permission::valueOf)
                        .toList(),
                row.getInt("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("holders"));
    }

    private static Holder holder(ResultSet row, int number) throws SQLException {
        UUID team = row.getObject("team_id", UUID.class);
        return new Holder(
                new PersonRef(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("display_name"),
                        row.getString("email")),
                team == null ? null : new TeamRef(new TeamId(team), row.getString("team_name")));
    }
}
