package io.gatehouse.identity.scim;

import io.gatehouse.kernel.OrganizationScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.provisioning}. */
@Repository
final class ProvisioningStore {

    private final JdbcClient jdbc;

    ProvisioningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose rules apply to the directory's groups, which they know by that claim. */
    record Connection(UUID provider, String groupsClaim) {}

    Optional<Connection> find(OrganizationScope scope) {
        return jdbc.sql(
                        "select provider_id, groups_claim from identity.provisioning where organization_id = :organization")
                .param("organization", scope.organization().value())
                .query((row, _) -> connection(row))
                .optional();
    }

    /** The same, for one transaction at a time. */
    Optional<Connection> lock(OrganizationScope scope) {
        return jdbc.sql("""
                        select provider_id, groups_claim from identity.provisioning
                        where organization_id = :organization for no key update
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> connection(row))
                .optional();
    }

    void put(OrganizationScope scope, Connection connection) {
        jdbc.sql("""
                        insert into identity.provisioning (organization_id, provider_id, groups_claim)
                        values (:organization, :provider, :claim)
                        on conflict (organization_id) do update
                        set provider_id = excluded.provider_id, groups_claim = excluded.groups_claim
                        """)
                .param("organization", scope.organization().value())
                .param("provider", connection.provider())
                .param("claim", connection.groupsClaim())
                .update();
    }

    void delete(OrganizationScope scope) {
        jdbc.sql("delete from identity.provisioning where organization_id = :organization")
                .param("organization", scope.organization().value())
                .update();
    }

    private static Connection connection(ResultSet row) throws SQLException {
        return new Connection(row.getObject("provider_id", UUID.class), row.getString("groups_claim"));
    }
}
