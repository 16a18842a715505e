package io.gatehouse.verifier.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts, integers and truths as JSON for people and programs: indented. */
public final class JsonWriter {

    private final StringBuilder json = new StringBuilder();

    private JsonWriter() {}

    /** The JSON of a value, with a line's end after it. */
    public static String write(@Nullable Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value, "\n");
        return writer.json.append('\n').toString();
    }

    private void value(@Nullable Object value, String indent) {
        switch (value) {
            case null -> json.append("null");
            case Map<?, ?> map -> members(map, indent);
            case List<?> list -> items(list, indent);
            case Long number -> json.append(number);
            case Integer number -> json.append(number);
            case Boolean truth -> json.append(truth);
            default -> text(value.toString());
        }
    }

    private void members(Map<?, ?> map, String indent) {
        String separator = "{";
        for (Map.Entry<?, ?> member : map.entrySet()) {
            json.append(separator).append(indent).append("  ");
            text(member.getKey().toString());
            json.append(": ");
            value(member.getValue(), indent + "  ");
            separator = ",";
        }
        json.append(map.isEmpty() ? "{}" : indent + "}");
    }

    private void items(List<?> list, String indent) {
        String separator = "[";
        for (Object item : list) {
            json.append(separator).append(indent).append("  ");
            value(item, indent + "  ");
            separator = ",";
        }
        json.append(list.isEmpty() ? "[]" : indent + "]");
    }

    private void text(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            // Only ASCII gets out: no text of the book may steer the terminal that shows it.
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ' || character > '~') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        json.append('"');
    }
}
