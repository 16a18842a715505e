package io.gatehouse.identity.engagements;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of engagements, those that are over included, newest first. */
@Repository
final class EngagementHistoryStore {

    private final JdbcClient jdbc;

    EngagementHistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A customer's.
     *
     * @param openAt only those that are in force then; null for all
     */
    List<Engagement> ofCustomer(OrganizationScope scope, @Nullable Instant openAt, @Nullable Cursor after, int limit) {
        Sql.Conditions conditions = Sql.conditions()
                .when(scope.organization().value(), "e.organization_id = :organization", "organization");
        if (openAt != null) {
            conditions.and(inForce(openAt));
        }
        return list(conditions, after, limit);
    }

    /** A provider's. */
    List<Engagement> ofProvider(
            OrganizationScope scope, EngagementHistory.Filter filter, @Nullable Cursor after, int limit) {
        return list(
                Sql.conditions()
                        .when(scope.organization().value(), "e.provider_id = :provider", "provider")
                        .when(
                                filter.person() == null ? null : filter.person().value(),
                                "e.person_id = :person",
                                "person")
                        .when(
                                filter.customer() == null
                                        ? null
                                        : filter.customer().value(),
                                "e.organization_id = :customer",
                                "customer")
                        .when(filter.open() ? "open" : null, "e.ended_at is null and :open = 'open'", "open"),
                after,
                limit);
    }

    /** An emergency that is over and falls back is in force until its former level ends, too. */
    private static Sql inForce(Instant at) {
        return Sql.of("""
                e.ended_at is null and (e.expires_at is null or e.expires_at > :now or exists (
                    select from identity.engagement_standing s
                    where s.organization_id = e.organization_id and s.person_id = e.person_id
                      and s.starts_at <= :now and (s.expires_at is null or s.expires_at > :now)))
                """, "now", EngagementStore.at(at));
    }

    private List<Engagement> list(Sql.Conditions conditions, @Nullable Cursor after, int limit) {
        if (after != null) {
            conditions.and(Sql.of("(e.starts_at, e.id) < (:since, :last)")
                    .with("since", after.time(0))
                    .with("last", after.id(1)));
        }
        return EngagementStore.SELECT
                .append(conditions.where())
                .append(Sql.of("order by e.starts_at desc, e.id desc limit :limit", "limit", limit))
                .on(jdbc)
                .query(EngagementStore::engagement)
                .list();
    }
}
