package io.gatehouse.identity.engagements;

import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a part of the matrix, as the provider. */
@Repository
final class AssignmentMatrixStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    AssignmentMatrixStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<AssignmentMatrix.PersonRow> people(
            OrganizationScope scope, @Nullable String search, @Nullable Cursor after, int limit) {
        return Sql.of("""
                        select m.person_id, m.display_name, m.email, m.suspended_at is not null as suspended,
                            (select count(*) from identity.engagement e
                             where e.provider_id = m.organization_id and e.person_id = m.person_id and e.ended_at is null)
                                as engagements
                        from identity.membership m
                        """)
                .append(Sql.conditions()
                        .when(scope.organization().value(), "m.organization_id = :organization", "organization")
                        .when(Sql.containing(search), "m.search_text like lower(:search)", "search")
                        .and(after("m.display_name", "m.person_id", after))
                        .where())
                .append(Sql.of("order by m.display_name, m.person_id limit :limit", "limit", limit))
                .on(jdbc)
                .query((row, _) -> new AssignmentMatrix.PersonRow(
                        new PersonRef(
                                new PersonId(row.getObject("person_id", UUID.class)),
                                row.getString("display_name"),
                                row.getString("email")),
                        row.getBoolean("suspended"),
                        row.getLong("engagements")))
                .list();
    }

    List<AssignmentMatrix.CustomerRow> customers(
            OrganizationScope scope, @Nullable String search, @Nullable Cursor after, int limit) {
        return Sql.of("""
                        select c.id, c.name,
                            (select count(*) from identity.engagement e
                             where e.organization_id = c.id and e.ended_at is null) as engagements
                        from kernel.organization c
                        """)
                .append(Sql.conditions()
                        .when(scope.organization().value(), "c.parent_id = :organization", "organization")
                        .when(Sql.containing(search), "c.name ilike :search", "search")
                        .and(after("c.name", "c.id", after))
                        .where())
                .append(Sql.of("order by c.name, c.id limit :limit", "limit", limit))
                .on(jdbc)
                .query((row, _) -> new AssignmentMatrix.CustomerRow(
                        new OrganizationId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getLong("engagements")))
                .list();
    }

    List<AssignmentMatrix.Held> cells(
            OrganizationScope scope,
            List<AssignmentMatrix.PersonRow> people,
            List<AssignmentMatrix.CustomerRow> customers) {
        return jdbc.sql("""
                        select distinct on (s.person_id, s.organization_id)
                            s.person_id, s.organization_id, s.level, s.starts_at, s.expires_at, e.reason
                        from identity.engagement_standing s
                        join identity.engagement e on e.organization_id = s.organization_id and e.id = s.id
                        where s.provider_id = :provider and s.person_id = any(:people)
                          and s.organization_id = any(:customers)
                          and s.starts_at <= :now and (s.expires_at is null or s.expires_at > :now)
                        order by s.person_id, s.organization_id
                        """)
                .param("provider", scope.organization().value())
                .param(
                        "people",
                        people.stream().map(row -> row.person().id().value()).toArray(UUID[]::new))
                .param(
                        "customers",
                        customers.stream().map(row -> row.id().value()).toArray(UUID[]::new))
                .param("now", EngagementStore.at(clock.instant()))
                .query((row, _) -> new AssignmentMatrix.Held(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        EngagementLevel.valueOf(row.getString("level")),
                        Rows.instant(row, "starts_at"),
                        Rows.instantOrNull(row, "expires_at"),
                        row.getString("reason")))
                .list();
    }

    private static Sql after(String name, String id, @Nullable Cursor cursor) {
        return cursor == null
                ? Sql.of("true")
                : Sql.of("(" + name + ", " + id + ") > (:name, :id)")
                        .with("name", cursor.text(0))
                        .with("id", cursor.id(1));
    }
}
