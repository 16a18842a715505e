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
            @Nullable Instant until) {}

    List<Engaged> customers(
            OrganizationScope provider, PersonId person, @Nullable String search, @Nullable Cursor after, int limit) {
        Sql.Conditions conditions = Sql.conditions()
                .when(provider.organization().value(), "s.provider_id = :provider", "provider")
                .when(person.value(), "s.person_id = :person", "person")
                .and(Sql.of(
                        "s.starts_at <= :now and (s.expires_at is null or s.expires_at > :now)",
                        "now",
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .when(Sql.containing(search), "c.name ilike :search", "search");
        if (after != null) {
            conditions.and(Sql.of("(c.name, c.id) > (:name, :id)")
                    .with("name", after.text(0))
                    .with("id", after.id(1)));
        }
        return Sql.of("""
                        select c.id, c.slug, c.name, c.accent_color, s.level, s.expires_at
                        from identity.engagement_standing s join kernel.organization c on c.id = s.organization_id
                        """)
                .append(conditions.where())
                .append(Sql.of("order by c.name, c.id limit :limit", "limit", limit))
                .on(jdbc)
                .query((row, _) -> new Engaged(
                        new OrganizationId(row.getObject("id", UUID.class)),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("accent_color"),
                        EngagementLevel.valueOf(row.getString("level")),
                        Rows.instantOrNull(row, "expires_at")))
                .list();
    }
}
