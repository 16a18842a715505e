package io.gatehouse.identity.scim;

import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the JSON of SCIM, where names of attributes have no case and nothing, null and empty are the same. */
final class Values {

    private Values() {}

    static ObjectNode object() {
        return JsonUtils.getJsonNodeFactory().objectNode();
    }

    /** The object that a body is. */
    static ObjectNode parse(byte[] body) {
        try {
            if (JsonUtils.getObjectReader().readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw ScimRefusal.invalidSyntax("The body is not JSON: " + e.getOriginalMessage());
        }
        throw ScimRefusal.invalidSyntax("The body must be a JSON object");
    }

    /** One line of text; empty when it is not given. */
    static String text(JsonNode parent, String name, int longest) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            throw ScimRefusal.invalidValue(name + " must be text");
        }
        String line = value.asString().strip();
        if (line.length() > longest || line.chars().anyMatch(Character::isISOControl)) {
            throw ScimRefusal.invalidValue(name + " must be one line of at most " + longest + " characters");
        }
        return line;
    }

    /** True or false; Entra ID sends both as text. */
    static boolean truth(JsonNode parent, String name, boolean otherwise) {
        JsonNode value = parent.path(name);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return switch (value.isString() ? value.asString().toLowerCase(Locale.ROOT) : "") {
            case "true" -> true;
            case "false" -> false;
            default -> {
                if (value.isMissingNode() || value.isNull()) {
                    yield otherwise;
                }
                throw ScimRefusal.invalidValue(name + " must be true or false");
            }
        };
    }

    static void put(ObjectNode parent, String name, String value) {
        if (!value.isEmpty()) {
            parent.put(name, value);
        }
    }

    static void put(ObjectNode parent, String name, ObjectNode value) {
        if (!value.isEmpty()) {
            parent.set(name, value);
        }
    }
}
