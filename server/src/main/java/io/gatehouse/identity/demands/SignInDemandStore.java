package io.gatehouse.identity.demands;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.sign_in_demand}. */
@Repository
final class SignInDemandStore {

    private final JdbcClient jdbc;

    SignInDemandStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SignInDemands> find(OrganizationId organization) {
        return jdbc.sql("""
                        select second_factor_for_all, second_factor_roles, idle_minutes, longest_minutes
                        from identity.sign_in_demand where organization_id = :organization
                        """)
                .param("organization", organization.value())
                .query(SignInDemandStore::demands)
                .optional();
    }

    /** Of those that demand anything. */
    Map<OrganizationId, SignInDemands> all(Collection<OrganizationId> organizations) {
        Map<OrganizationId, SignInDemands> all = new HashMap<>();
        jdbc.sql("""
                        select organization_id, second_factor_for_all, second_factor_roles, idle_minutes, longest_minutes
                        from identity.sign_in_demand where organization_id = any(:organizations)
                        """)
                .param(
                        "organizations",
                        organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .query(row -> {
                    all.put(
                            new OrganizationId(row.getObject("organization_id", UUID.class)),
                            demands(row, row.getRow()));
                });
        return all;
    }

    void save(OrganizationId organization, SignInDemands demands) {
        jdbc.sql("""
                        insert into identity.sign_in_demand
                            (organization_id, second_factor_for_all, second_factor_roles, idle_minutes, longest_minutes)
                        values (:organization, :all, :roles, :idle, :longest)
                        on conflict (organization_id) do update set
                            second_factor_for_all = excluded.second_factor_for_all,
                            second_factor_roles = excluded.second_factor_roles,
                            idle_minutes = excluded.idle_minutes,
                            longest_minutes = excluded.longest_minutes
                        """)
                .param("organization", organization.value())
                .param("all", demands.secondFactorForAll())
                .param(
                        "roles",
                        demands.secondFactorRoles().stream()
                                .map(Role::name)
                                .sorted()
                                .toArray(String[]::new))
                .param("idle", demands.idleMinutes())
                .param("longest", demands.longestMinutes())
                .update();
    }

    private static SignInDemands demands(ResultSet row, int number) throws SQLException {
        return new SignInDemands(
                row.getBoolean("second_factor_for_all"),
                Arrays.stream((String[]) row.getArray("second_factor_roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("idle_minutes", Integer.class),
                row.getObject("longest_minutes", Integer.class));
    }
}
