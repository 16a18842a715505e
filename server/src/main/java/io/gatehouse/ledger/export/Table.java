package io.gatehouse.ledger.export;

import io.gatehouse.kernel.Export;
import io.gatehouse.ledger.book.Marks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.apache.commons.csv.CSVFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The rows of {@code ledger.csv}, for people. */
final class Table {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> COLUMNS = List.of(
            "index",
            "recorded_at",
            "actor_type",
            "actor_id",
            "actor",
            "action",
            "object_type",
            "object_id",
            "object",
            "reason",
            "before",
            "after",
            "correlation_id",
            "id",
            "leaf_hash");

    private Table() {}

    static String title() {
        return row(COLUMNS);
    }

    static String row(Line line) {
        List<@Nullable String> cells = switch (line.content()) {
            case Line.Content.Kept kept -> cells(line.index(), kept);
            case Line.Content.Dropped _ -> dropped(line.index());
        };
        cells.add(HexFormat.of().formatHex(line.leafHash()));
        return row(cells.stream().map(Export::cell).toList());
    }

    private static List<@Nullable String> dropped(long index) {
        List<@Nullable String> cells = new ArrayList<>();
        COLUMNS.subList(1, COLUMNS.size()).forEach(_ -> cells.add(null));
        cells.set(COLUMNS.indexOf("index"), Long.toString(index));
        cells.set(COLUMNS.indexOf("action"), "(dropped)");
        return cells;
    }

    private static List<@Nullable String> cells(long index, Line.Content.Kept kept) {
        JsonNode entry = Marks.replace(JSON.readTree(kept.canonical()), (path, _) -> value(path, kept.values()));
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(Long.toString(index));
        for (String path : List.of(
                "/recordedAt",
                "/actor/type",
                "/actor/id",
                "/actor/name",
                "/action",
                "/object/type",
                "/object/id",
                "/object/name",
                "/reason")) {
            cells.add(text(entry.at(path)));
        }
        cells.add(json(entry.at("/before")));
        cells.add(json(entry.at("/after")));
        cells.add(text(entry.at("/correlationId")));
        cells.add(text(entry.at("/id")));
        return cells;
    }

    private static JsonNode value(String path, SortedMap<String, Line.Value> values) {
        return switch (values.get(path)) {
            case Line.Value.Told told -> JSON.readTree(told.json());
            case Line.Value.Erased _ -> JsonNodeFactory.instance.stringNode("(erased)");
            case Line.Value.Withheld _ -> JsonNodeFactory.instance.stringNode("(withheld)");
            case null -> throw new IllegalStateException("Nothing is told of " + path);
        };
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return node.isString() ? node.asString() : json(node);
    }

    /** The canonicalizer takes objects and arrays only; anything is canonical inside of one. */
    private static @Nullable String json(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        try {
            String array = new JsonCanonicalizer("[" + JSON.writeValueAsString(node) + "]").getEncodedString();
            return array.substring(1, array.length() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(List<String> cells) {
        return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
    }
}
