package io.gatehouse.identity.organizations;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organization.OwnershipConfirmation;
import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code kernel.organization}. */
@Repository
final class OrganizationStore {

    private final JdbcClient jdbc;

    OrganizationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Organization> find(OrganizationId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    List<Organization> findAll(Collection<OrganizationId> ids) {
        return jdbc.sql("""
                        select id, slug, name, kind, parent_id, accent_color, time_zone, ownership_confirmation
                        from kernel.organization where id = any(:ids) order by name, id
                        """)
                .param("ids", ids.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .query(OrganizationStore::organization)
                .list();
    }

    private static Organization organization(ResultSet row, int number) throws SQLException {
        UUID parent = row.getObject("parent_id", UUID.class);
        return new Organization(
                new OrganizationId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                OrganizationKind.valueOf(row.getString("kind")),
                parent == null ? null : new OrganizationId(parent),
                row.getString("accent_color"),
                row.getString("time_zone"),
                OwnershipConfirmation.valueOf(row.getString("ownership_confirmation")));
    }
}
