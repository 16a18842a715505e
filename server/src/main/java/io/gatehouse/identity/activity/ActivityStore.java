package io.gatehouse.identity.activity;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.session.Factor;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.activity}. */
@Repository
final class ActivityStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ActivityStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * In every organization that it concerns and that the person belongs to or is engaged for. What a session did that one
     * organization's provider opened concerns that one and customers that the person is engaged for as one of its own. Wrong
     * factors are told where the person is a member only: else whoever knows an address could fill the history of all
     * customers.
     */
    void insert(Happening happening) {
        jdbc.sql("""
                        insert into identity.activity
                            (organization_id, at, id, person_id, kind, factors, detail, address, browser)
                        select distinct o.organization_id, cast(:at as timestamptz), cast(:id as uuid),
                            cast(:person as uuid), :kind, cast(:factors as text[]), :detail, :address, :browser
                        from (
                            select m.organization_id, m.organization_id as provider_id from identity.membership m
                            where m.person_id = :person and m.suspended_at is null
                            union
                            select s.organization_id, s.provider_id from identity.engagement_standing s
                            where s.person_id = :person and :kind <> 'SIGN_IN_REFUSED'
                              and s.starts_at <= :now and (s.expires_at is null or s.expires_at > :now)
                        ) o
                        where o.organization_id = coalesce(cast(:organization as uuid), o.organization_id)
                          and o.provider_id = coalesce(cast(:through as uuid), o.provider_id)
                        on conflict do nothing
                        """)
                .param("at", happening.at().atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", happening.id())
                .param("person", happening.person().value())
                .param("organization", value(happening.organization()))
                .param("through", value(happening.through()))
                .param("kind", happening.kind().name())
                .param(
                        "factors",
                        happening.factors().stream().sorted().map(Factor::name).toArray(String[]::new))
                .param("detail", happening.detail())
                .param("address", happening.origin().address())
                .param("browser", happening.origin().browser())
                .update();
    }

    private static @Nullable UUID value(@Nullable OrganizationId organization) {
        return organization == null ? null : organization.value();
    }

    /** The latest first. */
    List<Activity> list(OrganizationScope scope, ActivityFilter filter, @Nullable Cursor after, int limit) {
        Sql.Conditions conditions = filter.conditions()
                .when(scope.organization().value(), "a.organization_id = :organization", "organization");
        return page("""
                        select a.id, a.at, a.person_id, p.display_name, p.email, a.kind, a.factors, a.detail, a.address,
                               a.browser
                        from identity.activity a join identity.person p on p.id = a.person_id
                        """, conditions, after, limit);
    }

    /** A person's own, told once where it concerns several organizations; of one organization alone, if one is named. */
    List<Activity> own(
            PersonId person, @Nullable OrganizationId only, ActivityFilter filter, @Nullable Cursor after, int limit) {
        Sql.Conditions conditions = filter.conditions()
                .when(person.value(), "a.person_id = :own", "own")
                .when(only == null ? null : only.value(), "a.organization_id = :only", "only");
        return page("""
                        select distinct on (a.at, a.id) a.id, a.at, a.person_id, p.display_name, p.email, a.kind,
                               a.factors, a.detail, a.address, a.browser
                        from identity.activity a join identity.person p on p.id = a.person_id
                        """, conditions, after, limit);
    }

    private List<Activity> page(String rows, Sql.Conditions conditions, @Nullable Cursor after, int limit) {
        if (after != null) {
            conditions.and(Sql.of("(a.at, a.id) < (:time, :last)")
                    .with("time", after.time(0))
                    .with("last", after.id(1)));
        }
        return Sql.of(rows)
                .append(conditions.where())
                .append("order by a.at desc, a.id desc")
                .append(Sql.of("limit :limit", "limit", limit))
                .on(jdbc)
                .query(ActivityStore::activity)
                .list();
    }

    private static Activity activity(ResultSet row, int number) throws SQLException {
        return new Activity(
                row.getObject("id", UUID.class),
                Rows.instant(row, "at"),
                new PersonRef(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("display_name"),
                        row.getString("email")),
                ActivityKind.valueOf(row.getString("kind")),
                Arrays.stream((String[]) row.getArray("factors").getArray())
                        .map(Factor::valueOf)
                        .toList(),
                row.getString("detail"),
                row.getString("address"),
                row.getString("browser"),
                null);
    }
}
