package io.gatehouse.identity.portfolio;

import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads for which customers somebody is engaged now. */
@Repository
final class PortfolioStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    PortfolioStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Engaged(
            OrganizationId customer,
            String slug,
            String name,
            String accentColor,
            EngagementLevel level,
            @Nullable Instant until,
            @Nullable Instant lastVisit) {}

    List<Engaged> customers(
            OrganizationScope provider,
            PersonId person,
            @Nullable String search,
            PortfolioOrder order,
            @Nullable Cursor after,
            int limit) {
        Sql.Conditions conditions = Sql.conditions()
                .when(provider.organization().value(), "s.provider_id = :provider", "provider")
                .when(person.value(), "s.person_id = :person", "person")
                .and(Sql.of(
                        "s.starts_at <= :now and (s.expires_at is null or s.expires_at > :now)",
                        "now",
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .when(Sql.containing(search), "c.name ilike :search", "search");
        if (after != null) {
            conditions.and(order.after(after));
        }
        return Sql.of("""
                        select c.id, c.slug, c.name, c.accent_color, s.level, s.expires_at, v.last_at
                        from identity.engagement_standing s join kernel.organization c on c.id = s.organization_id
                        left join identity.visit v on v.organization_id = s.organization_id
                            and v.provider_id = s.provider_id and v.person_id = s.person_id
                        """)
                .append(conditions.where())
                .append(order.orderBy())
                .append(Sql.of("limit :limit", "limit", limit))
                .on(jdbc)
                .query((row, _) -> new Engaged(
                        new OrganizationId(row.getObject("id", UUID.class)),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("accent_color"),
                        EngagementLevel.valueOf(row.getString("level")),
                        Rows.instantOrNull(row, "expires_at"),
                        Rows.instantOrNull(row, "last_at")))
                .list();
    }
}
