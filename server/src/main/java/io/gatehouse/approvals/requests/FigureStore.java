package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.RequestFigures;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long deciding takes, reckoned by the database. Withdrawn requests, and those taken from the
 * catalogue, were not decided and do not count. */
@Component
final class FigureStore {

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RequestFigures figures(OrganizationScope scope, LocalDate from, LocalDate to, ZoneId zone) {
        record Waiting(long open, @Nullable Instant oldest) {}
        Waiting waiting = jdbc.sql("""
                        select count(*) as open, min(submitted_at) as oldest from approvals.request
                        where organization_id = :organization and closed_at is null
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> new Waiting(row.getLong("open"), Rows.instantOrNull(row, "oldest")))
                .single();
        return jdbc.sql("""
                        select percentile_cont(0.5) within group (order by seconds) as median,
                            percentile_cont(0.9) within group (order by seconds) as p90, count(*) as decided
                        from (select extract(epoch from closed_at - submitted_at)::float8 as seconds
                              from approvals.request
                              where organization_id = :organization and state in ('APPROVED', 'REJECTED')
                                  and not beforehand
                                  and closed_at >= cast(:from as date)::timestamp at time zone :zone
                                  and closed_at < (cast(:to as date) + 1)::timestamp at time zone :zone)
                        """)
                .param("organization", scope.organization().value())
                .param("from", from)
                .param("to", to)
                .param("zone", zone.getId())
                .query((row, _) -> new RequestFigures(
                        waiting.open(),
                        waiting.oldest(),
                        number(row, "median"),
                        number(row, "p90"),
                        row.getLong("decided"),
                        byDay(scope, from, to, zone)))
                .single();
    }

    private List<RequestFigures.Day> byDay(OrganizationScope scope, LocalDate from, LocalDate to, ZoneId zone) {
        return jdbc.sql("""
                        select d.day::date as day, count(r.id) as decided,
                            percentile_cont(0.5) within group
                                (order by extract(epoch from r.closed_at - r.submitted_at)::float8)
                                filter (where r.id is not null) as median
                        from generate_series(cast(:from as date), cast(:to as date), interval '1 day') d (day)
                        left join approvals.request r on r.organization_id = :organization
                            and r.state in ('APPROVED', 'REJECTED') and not r.beforehand
                            and r.closed_at >= d.day::date::timestamp at time zone :zone
                            and r.closed_at < (d.day::date + 1)::timestamp at time zone :zone
                        group by d.day order by d.day
                        """)
                .param("organization", scope.organization().value())
                .param("from", from)
                .param("to", to)
                .param("zone", zone.getId())
                .query((row, _) -> new RequestFigures.Day(
                        row.getObject("day", LocalDate.class), number(row, "median"), row.getLong("decided")))
                .list();
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
