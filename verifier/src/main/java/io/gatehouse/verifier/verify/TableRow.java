package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.format.EntryLine;
import io.gatehouse.verifier.json.Fields;
import io.gatehouse.verifier.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the table for people must say of an entry. */
final class TableRow {

    private static final int CELLS_BETWEEN = 9;
    private static final String FORMULA = "=+-@\t\r";

    private final EntryLine.Content content;
    private final Fields values;
    private final Map<String, Commitments.Commitment> commitments;

    private TableRow(Entry entry, EntryLine.Content content) throws MalformedException {
        this.content = content;
        this.values = Objects.requireNonNull(content.values(), "a table has no tiles beside it");
        this.commitments = Commitments.of(entry);
    }

    static List<String> of(EntryLine line, Optional<Entry> entry) throws MalformedException {
        String index = Long.toString(line.index());
        String leaf = HexFormat.of().formatHex(line.leaf().bytes());
        EntryLine.Content content = line.content();
        if (content == null || entry.isEmpty()) {
            // Its place, that it was dropped, and its hash are all that is left of it.
            Stream<String> begin = Stream.of(index, "", "", "", "", "(dropped)");
            Stream<String> rest = Collections.nCopies(CELLS_BETWEEN - 1, "").stream();
            return Stream.of(begin, rest, Stream.of(leaf)).flatMap(part -> part).toList();
        }
        return new TableRow(entry.get(), content).cells(index, entry.get(), leaf);
    }

    private List<String> cells(String index, Entry entry, String leaf) throws MalformedException {
        Fields fields = entry.fields();
        return Stream.of(
                        index,
                        fields.text("recordedAt"),
                        entry.actorType(),
                        entry.actorId(),
                        name("/actor/name", fields.object("actor").need("name")),
                        entry.action(),
                        entry.objectType(),
                        entry.objectId(),
                        name("/object/name", fields.object("object").need("name")),
                        entry.reason(),
                        json("/before", fields.need("before")),
                        json("/after", fields.need("after")),
                        fields.optionalText("correlationId"),
                        fields.text("id"),
                        leaf)
                .map(TableRow::cell)
                .toList();
    }

    private static String cell(@Nullable String text) {
        String cell = Objects.requireNonNullElse(text, "");
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private @Nullable String name(String pointer, JsonValue name) throws MalformedException {
        JsonValue told = name;
        if (commitments.containsKey(pointer)) {
            Fields value = values.object(pointer);
            if (!value.has("value")) {
                return gone(value);
            }
            told = value.need("value");
        }
        return switch (told) {
            case JsonValue.Text text -> text.text();
            case JsonValue.Nothing _ -> null;
            default -> slice(told.start(), told.end());
        };
    }

    /** The bytes of a value, each commitment in it replaced by what it commits to. */
    private @Nullable String json(String pointer, JsonValue value) throws MalformedException {
        if (value instanceof JsonValue.Nothing) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int copied = value.start();
        for (Map.Entry<String, Commitments.Commitment> commitment : commitments.entrySet()) {
            if (commitment.getKey().equals(pointer) || commitment.getKey().startsWith(pointer + "/")) {
                bytes.write(content.source(), copied, commitment.getValue().start() - copied);
                replace(bytes, values.object(commitment.getKey()));
                copied = commitment.getValue().end();
            }
        }
        bytes.write(content.source(), copied, value.end() - copied);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void replace(ByteArrayOutputStream bytes, Fields value) throws MalformedException {
        if (value.has("value")) {
            JsonValue told = value.need("value");
            bytes.write(content.source(), told.start(), told.end() - told.start());
        } else {
            bytes.writeBytes(("\"" + gone(value) + "\"").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String gone(Fields value) {
        return value.has("erased") ? "(erased)" : "(withheld)";
    }

    private String slice(int start, int end) {
        return new String(content.source(), start, end - start, StandardCharsets.UTF_8);
    }
}
