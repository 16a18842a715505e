package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.OrganizationId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The columns that entries are found by must say what the entry says. */
final class Columns {

    /** Where an entry says what stands in a column; a value that it only commits to stands in none. */
    static final Map<String, String> NAMES = Map.of(
            "entry_id", "/id",
            "actor_type", "/actor/type",
            "actor_id", "/actor/id",
            "action", "/action",
            "object_type", "/object/type",
            "object_id", "/object/id",
            "object_name", "/object/name",
            "reason", "/reason",
            "correlation_id", "/correlationId");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The database keeps microseconds. */
    private static final Duration PRECISION = Duration.ofNanos(1_000);

    private Columns() {}

    static List<Mismatch> check(OrganizationId organization, long index, BookRows.Entry row) {
        JsonNode entry;
        try {
            entry = JSON.readTree(row.canonical());
        } catch (JacksonException e) {
            return List.of(Mismatch.at(Finding.ENTRY_CHANGED, index, "Entry " + index + " is not JSON"));
        }
        List<String> differing = new ArrayList<>();
        NAMES.forEach((column, path) -> {
            if (!Objects.equals(row.columns().get(column), text(entry.at(path)))) {
                differing.add(column);
            }
        });
        if (!organization.toString().equals(text(entry.at("/organization")))) {
            differing.add("organization_id");
        }
        if (!isTime(row.recordedAt(), text(entry.at("/recordedAt")))) {
            differing.add("recorded_at");
        }
        return differing.stream()
                .sorted()
                .map(column -> Mismatch.column(index, column))
                .toList();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static boolean isTime(Instant column, @Nullable String said) {
        try {
            return said != null
                    && Duration.between(Instant.parse(said), column).abs().compareTo(PRECISION) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
