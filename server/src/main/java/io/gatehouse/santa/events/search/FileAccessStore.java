package io.gatehouse.santa.events.search;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.protocol.vocabulary.FileAccessDecision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads decisions of file access policies. */
@Component
final class FileAccessStore {

    private static final short UNKNOWN = 0;
    private static final String NEWEST = "order by e.occurred_at desc, e.id desc limit :limit";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FileAccessStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Decisions after the cursor, newest first, read from each kind of decision and then put together. */
    List<FileAccessView> list(OrganizationScope scope, FileAccessFilter filter, @Nullable Cursor after, int limit) {
        return Sql.of("""
                        select e.*, d.hostname, d.serial_number, d.machine_id
                        from unnest(:decisions) as k (decision)
                        cross join lateral (select e.* from santa.file_access_event e
                        """)
                .append(conditions(scope, filter, after).where())
                .append(NEWEST)
                .append(") e left join santa.device d on d.organization_id = e.organization_id and d.id = e.device_id")
                .append(NEWEST)
                .with("decisions", decisions(filter.decision()).toArray(Short[]::new))
                .with("limit", limit)
                .on(jdbc)
                .query((row, _) -> view(row))
                .list();
    }

    private static Sql.Conditions conditions(OrganizationScope scope, FileAccessFilter filter, @Nullable Cursor after) {
        Sql.Conditions conditions = Sql.conditions()
                .and(Sql.of("e.decision = k.decision"))
                .and(Sql.of(
                        "e.organization_id = :organization",
                        "organization",
                        scope.organization().value()))
                .when(filter.rule(), "e.rule_name = :rule", "rule")
                .when(filter.target(), "e.target_key = sha256(convert_to(:target, 'UTF8'))", "target")
                .when(filter.device(), "e.device_id = :device", "device")
                .when(unknown(filter.decision()), "e.decision_text = :decisionText", "decisionText")
                .when(
                        filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC),
                        "e.occurred_at >= :from",
                        "from")
                .when(filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC), "e.occurred_at < :to", "to");
        if (after != null) {
            conditions.and(Sql.of("(e.occurred_at, e.id) < (:lastAt, :lastId)")
                    .with("lastAt", after.time(0))
                    .with("lastId", after.id(1)));
        }
        return conditions;
    }

    private static List<Short> decisions(@Nullable String asked) {
        List<Short> numbers = new ArrayList<>();
        for (FileAccessDecision decision : FileAccessDecision.values()) {
            if (asked == null || decision.name().equals(asked)) {
                numbers.add((short) decision.number());
            }
        }
        if (asked == null || numbers.isEmpty()) {
            numbers.add(UNKNOWN);
        }
        return numbers;
    }

    private static @Nullable String unknown(@Nullable String asked) {
        return asked == null || decisions(asked).getFirst() != UNKNOWN ? null : asked;
    }

    private FileAccessView view(ResultSet row) throws SQLException {
        List<FileAccessView.Actor> chain = new ArrayList<>();
        for (JsonNode process : json.readTree(row.getString("process_chain"))) {
            chain.add(FileAccessView.Actor.of(new Told(process)));
        }
        return new FileAccessView(
                row.getObject("id", UUID.class),
                Rows.instant(row, "occurred_at"),
                Rows.instant(row, "received_at"),
                EventRow.device(row),
                row.getString("rule_name"),
                row.getString("rule_version"),
                row.getString("target"),
                name(row.getShort("decision"), row.getString("decision_text")),
                chain,
                row.getString("claimed_time"));
    }

    private static String name(short number, @Nullable String text) {
        return Arrays.stream(FileAccessDecision.values())
                .filter(decision -> decision.number() == number)
                .map(FileAccessDecision::name)
                .findFirst()
                .orElse(text == null ? "" : text);
    }
}
