package io.gatehouse.ledger.book;

import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The places of an entry where a commitment stands in place of a value. */
public final class Marks {

    private Marks() {}

    /**
     * Replaces each, in the entry itself.
     *
     * @param value gives what is to stand there, by the JSON pointer and what stands there now
     */
    public static JsonNode replace(JsonNode entry, BiFunction<String, ObjectNode, JsonNode> value) {
        return replace("", entry, value);
    }

    private static JsonNode replace(String path, JsonNode node, BiFunction<String, ObjectNode, JsonNode> value) {
        if (node instanceof ObjectNode object) {
            if (Commitment.isMark(object)) {
                return value.apply(path, object);
            }
            for (String name : List.copyOf(object.propertyNames())) {
                String child = path + "/" + name.replace("~", "~0").replace("/", "~1");
                object.set(name, replace(child, object.get(name), value));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replace(path + "/" + i, array.get(i), value));
            }
        }
        return node;
    }
}
