package io.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the book and nothing else: what exists by the before and after of its entries, each of which must begin where the
 * one before it ended. Without before an entry creates, without after it deletes, without both it tells no change; a
 * field that is null is not told apart from one that is not there.
 */
public final class BookReplay {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:.*");

    private final Map<String, Map<String, ObjectNode>> things = new HashMap<>();

    private BookReplay() {}

    /** Replays all that an organization's auditor can read. */
    public static BookReplay of(Api auditor) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = auditor.get("/api/organizations/{o}/ledger/entries?limit=200&cursor=" + cursor)
                    .json();
            page.get("items").forEach(entries::add);
            cursor = page.get("next").isNull() ? null : page.get("next").asString();
        }
        BookReplay replay = new BookReplay();
        entries.reversed().forEach(replay::apply);
        return replay;
    }

    /** The things of a type by their ids, as {@link #comparable}. */
    public Map<String, JsonNode> things(String type) {
        Map<String, JsonNode> found = new TreeMap<>();
        things.getOrDefault(type, Map.of()).forEach((id, thing) -> found.put(id, comparable(thing)));
        return found;
    }

    /** Without fields that are null, and with times in one spelling. */
    public static JsonNode comparable(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            value.forEachEntry((name, field) -> {
                if (!field.isNull()) {
                    object.set(name, comparable(field));
                }
            });
            return object;
        }
        return value.isString() && TIME.matcher(value.asString()).matches()
                ? JSON.valueToTree(Instant.parse(value.asString()).toString())
                : value;
    }

    private void apply(JsonNode entry) {
        Map<String, ObjectNode> ofType =
                things.computeIfAbsent(entry.at("/object/type").asString(), _ -> new HashMap<>());
        String id = entry.at("/object/id").asString();
        JsonNode before = entry.get("before");
        JsonNode after = entry.get("after");
        if (before.isNull() && after.isNull()) {
            return;
        }
        if (before.isNull()) {
            assertThat(ofType.put(id, (ObjectNode) after))
                    .as("created once: %s", entry)
                    .isNull();
            return;
        }
        ObjectNode thing = ofType.get(id);
        assertThat(thing).as("exists: %s", entry).isNotNull();
        before.forEachEntry(
                (name, value) -> assertThat(thing.path(name).isMissingNode() ? NullNode.getInstance() : thing.get(name))
                        .as("%s before %s", name, entry)
                        .isEqualTo(value));
        if (after.isNull()) {
            ofType.remove(id);
        } else {
            thing.setAll((ObjectNode) after);
        }
    }
}
