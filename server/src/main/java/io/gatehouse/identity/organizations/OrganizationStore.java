package io.gatehouse.identity.organizations;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organization.OwnershipConfirmation;
import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code kernel.organization}. */
@Repository
final class OrganizationStore {

    private static final String SELECT = """
            select id, slug, name, kind, parent_id, accent_color, time_zone, ownership_confirmation,
                   encode(logo.sha256, 'hex') as logo
            from kernel.organization
            left join identity.organization_logo logo on logo.organization_id = id
            """;

    private final JdbcClient jdbc;

    OrganizationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Organization> find(OrganizationId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    List<Organization> findAll(Collection<OrganizationId> ids) {
        return Sql.of(SELECT)
                .append(Sql.of(
                        "where id = any(:ids) order by name, id",
                        "ids",
                        ids.stream().map(OrganizationId::value).toArray(UUID[]::new)))
                .on(jdbc)
                .query(OrganizationStore::organization)
                .list();
    }

    /** Organizations that no other one serves, by name. */
    List<Organization> topLevel(@Nullable String text, @Nullable Cursor after, int limit) {
        return list(Sql.conditions().and(Sql.of("parent_id is null")), text, after, limit);
    }

    /** The provider's customers, by name. */
    List<Organization> customersOf(OrganizationId provider, @Nullable String text, @Nullable Cursor after, int limit) {
        return list(Sql.conditions().when(provider.value(), "parent_id = :provider", "provider"), text, after, limit);
    }

    private List<Organization> list(
            Sql.Conditions conditions, @Nullable String text, @Nullable Cursor after, int limit) {
        conditions.when(Sql.containing(text), "(name ilike :text or slug ilike :text)", "text");
        if (after != null) {
            conditions.and(Sql.of("(name, id) > (:name, :last)")
                    .with("name", after.text(0))
                    .with("last", after.id(1)));
        }
        return Sql.of(SELECT)
                .append(conditions.where())
                .append(Sql.of("order by name, id limit :limit", "limit", limit))
                .on(jdbc)
                .query(OrganizationStore::organization)
                .list();
    }

    /** Whether the slug was free. */
    boolean insert(Organization organization) {
        return jdbc.sql("""
                        insert into kernel.organization
                            (id, parent_id, slug, name, kind, accent_color, time_zone, ownership_confirmation)
                        values (:id, :parent, :slug, :name, :kind, :color, :zone, :confirmation)
                        on conflict (slug) do nothing
                        """)
                        .param("id", organization.id().value())
                        .param(
                                "parent",
                                organization.parentId() == null
                                        ? null
                                        : organization.parentId().value())
                        .param("slug", organization.slug())
                        .param("name", organization.name())
                        .param("kind", organization.kind().name())
                        .param("color", organization.accentColor())
                        .param("zone", organization.timeZone())
                        .param(
                                "confirmation",
                                organization.ownershipConfirmation().name())
                        .update()
                == 1;
    }

    Optional<Organization> findBySlug(String slug) {
        return Sql.of(SELECT)
                .append(Sql.of("where slug = :slug", "slug", slug))
                .on(jdbc)
                .query(OrganizationStore::organization)
                .optional();
    }

    void update(Organization organization) {
        jdbc.sql("""
                        update kernel.organization
                        set name = :name, accent_color = :color, time_zone = :zone,
                            ownership_confirmation = :confirmation, version = version + 1
                        where id = :id
                        """)
                .param("id", organization.id().value())
                .param("name", organization.name())
                .param("color", organization.accentColor())
                .param("zone", organization.timeZone())
                .param("confirmation", organization.ownershipConfirmation().name())
                .update();
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
                OwnershipConfirmation.valueOf(row.getString("ownership_confirmation")),
                row.getString("logo"));
    }
}
