package io.gatehouse.identity.people;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationRow;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members with their standing, for those who look after people. */
@Repository
final class StandingStore {

    private static final String SELECT = """
            select person_id, email, display_name, last_sign_in_at, roles, suspended_at, joined_at
            from identity.membership
            """;

    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Standing> list(OrganizationScope scope, PeopleQuery query, @Nullable Cursor after, int limit) {
        return Sql.of(SELECT)
                .append(query.conditions(after)
                        .when(scope.organization().value(), "organization_id = :organization", "organization")
                        .where())
                .append(query.orderBy())
                .append(Sql.of("limit :limit", "limit", limit))
                .on(jdbc)
                .query(StandingStore::standing)
                .list();
    }

    Optional<Standing> find(OrganizationScope scope, PersonId person) {
        return Sql.of(SELECT)
                .append(Sql.of("where organization_id = :organization and person_id = :person")
                        .with("organization", scope.organization().value())
                        .with("person", person.value()))
                .on(jdbc)
                .query(StandingStore::standing)
                .optional();
    }

    /** Lets only one change of people's standing in the organization happen at a time. */
    void lock(OrganizationScope scope) {
        OrganizationRow.lock(jdbc, scope);
    }

    void changeRoles(OrganizationScope scope, PersonId person, Collection<Role> roles) {
        jdbc.sql("""
                        update identity.membership set roles = :roles
                        where organization_id = :organization and person_id = :person
                        """)
                .param("roles", MembershipStore.names(roles))
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .update();
    }

    void suspend(OrganizationScope scope, PersonId person, @Nullable Instant since) {
        jdbc.sql("""
                        update identity.membership set suspended_at = :since
                        where organization_id = :organization and person_id = :person
                        """)
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .update();
    }

    boolean anyActive(OrganizationScope scope, Set<Role> roles) {
        return jdbc.sql("""
                        select exists (select from identity.membership
                                       where organization_id = :organization and suspended_at is null
                                         and roles && :roles::text[])
                        """)
                .param("organization", scope.organization().value())
                .param("roles", MembershipStore.names(roles))
                .query(Boolean.class)
                .single();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("email"),
                row.getString("display_name"),
                MembershipStore.roles(row, "roles").stream().sorted().toList(),
                row.getObject("suspended_at") == null ? Standing.State.ACTIVE : Standing.State.SUSPENDED,
                Rows.instantOrNull(row, "last_sign_in_at"),
                Rows.instant(row, "joined_at"));
    }
}
