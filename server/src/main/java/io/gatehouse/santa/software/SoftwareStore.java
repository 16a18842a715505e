package io.gatehouse.santa.software;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.protocol.vocabulary.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads software with its figures. */
@Component
final class SoftwareStore {

    private static final Short[] BLOCKING = Arrays.stream(Decision.values())
            .filter(Decision::blocks)
            .map(decision -> (short) decision.number())
            .toArray(Short[]::new);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private static final String FIGURES = """
            select s.*, greatest(s.first_seen_at, e.last_seen_at) as last_seen_at,
                coalesce(e.executions, 0) as executions, coalesce(e.blocks, 0) as blocks, p.devices
            from software s
            cross join lateral (
                select count(*) as devices from (
                    select from santa.software_device d
                    where d.organization_id = s.organization_id and d.software_id = s.id limit 10000) counted) p
            cross join lateral (
                select count(*) as executions, count(*) filter (where counted.decision = any(:blocking)) as blocks,
                    max(counted.occurred_at) as last_seen_at
                from (
                    select e.decision, e.occurred_at from santa.event e
                    where e.organization_id = s.organization_id and e.software_id = s.id
                    order by e.occurred_at desc limit 10000) counted) e
            """;

    private final JdbcClient jdbc;

    SoftwareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row with the id that continues a list after it. */
    record Row(long id, SoftwareView view) {}

    List<Row> list(OrganizationScope scope, SoftwareFilter filter, @Nullable Cursor after, int limit) {
        boolean ascending = ascending(filter.sort());
        Sql.Conditions conditions = Sql.conditions()
                .and(Sql.of(
                        "s.organization_id = :organization",
                        "organization",
                        scope.organization().value()))
                .when(
                        Sql.containing(filter.signer()),
                        "(s.signer ilike :signer or s.signer_organization ilike :signer)",
                        "signer");
        text(filter.text(), conditions);
        if (filter.blocked() != null) {
            conditions.and(Sql.of("s.first_blocked_at is " + (filter.blocked() ? "not null" : "null")));
        }
        if (after != null) {
            conditions.and(Sql.of("(s.first_seen_at, s.id) " + (ascending ? ">" : "<") + " (:lastAt, :lastId)")
                    .with("lastAt", after.time(0))
                    .with("lastId", after.number(1)));
        }
        String order = ascending ? "order by s.first_seen_at, s.id" : "order by s.first_seen_at desc, s.id desc";
        return Sql.of("with software as materialized (select s.* from santa.software s")
                .append(conditions.where())
                .append(order + " limit :limit)")
                .append(FIGURES)
                .append(order)
                .with("limit", limit)
                .with("blocking", BLOCKING)
                .on(jdbc)
                .query((row, _) -> new Row(row.getLong("id"), view(row)))
                .list();
    }

    Optional<Row> find(OrganizationScope scope, String sha256) {
        return Sql.of("""
                        with software as materialized (
                            select s.* from santa.software s where s.organization_id = :organization and s.sha256 = :sha256)
                        """)
                .append(FIGURES)
                .with("organization", scope.organization().value())
                .with("sha256", sha256)
                .with("blocking", BLOCKING)
                .on(jdbc)
                .query((row, _) -> new Row(row.getLong("id"), view(row)))
                .optional();
    }

    private static void text(@Nullable String text, Sql.Conditions conditions) {
        if (text != null && SHA256.matcher(text.strip()).matches()) {
            conditions.and(Sql.of("s.sha256 = lower(:sha256)", "sha256", text.strip()));
        } else {
            conditions.when(
                    Sql.containing(text),
                    "(s.file_name ilike :text or s.signing_id ilike :text or s.bundle_name ilike :text)",
                    "text");
        }
    }

    private static boolean ascending(@Nullable String sort) {
        if (sort == null || sort.isEmpty() || sort.equals("-firstSeenAt")) {
            return false;
        }
        if (sort.equals("firstSeenAt")) {
            return true;
        }
        throw CommonProblem.INVALID.because("sort must be firstSeenAt or -firstSeenAt");
    }

    private static SoftwareView view(ResultSet row) throws SQLException {
        String signer = row.getString("signer");
        String organization = row.getString("signer_organization");
        return new SoftwareView(
                row.getString("sha256"),
                row.getString("file_name"),
                orNull(row.getString("signing_id")),
                orNull(row.getString("team_id")),
                signer.isEmpty() && organization.isEmpty() ? null : new SoftwareView.Signer(signer, organization),
                Rows.instant(row, "first_seen_at"),
                Rows.instant(row, "last_seen_at"),
                row.getLong("devices"),
                row.getLong("blocks"),
                row.getLong("executions"));
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
