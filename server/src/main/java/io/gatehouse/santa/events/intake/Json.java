package io.gatehouse.santa.events.intake;

import java.util.List;
import java.util.function.BiConsumer;

/** Writes one JSON object field by field, leaving out empty ones. Texts are expected clean, see {@link CleanText}. */
final class Json {

    private final StringBuilder text = new StringBuilder(256);

    /** A text that was given as {@code value}; nothing when it is empty. */
    Json put(String name, String value) {
        if (!value.isEmpty()) {
            name(name);
            quote(value);
        }
        return this;
    }

    Json put(String name, long value) {
        if (value != 0) {
            name(name);
            text.append(value);
        }
        return this;
    }

    Json put(String name, boolean value) {
        if (value) {
            name(name);
            text.append(true);
        }
        return this;
    }

    Json put(String name, List<String> values) {
        if (!values.isEmpty()) {
            name(name);
            text.append('[');
            for (int i = 0; i < values.size(); i++) {
                if (i > 0) {
                    text.append(',');
                }
                quote(values.get(i));
            }
            text.append(']');
        }
        return this;
    }

    /** A list of objects. */
    <T> Json put(String name, List<T> values, BiConsumer<Json, T> fields) {
        if (!values.isEmpty()) {
            name(name);
            text.append(array(values, fields));
        }
        return this;
    }

    /** An object that was written before; nothing when it has no field. */
    Json put(String name, Json object) {
        return object.isEmpty() ? this : putRaw(name, object.toString());
    }

    /** JSON as it is. */
    Json putRaw(String name, String json) {
        name(name);
        text.append(json);
        return this;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** A JSON list of objects, empty ones included. */
    static <T> String array(List<T> values, BiConsumer<Json, T> fields) {
        StringBuilder all = new StringBuilder("[");
        for (T value : values) {
            Json object = new Json();
            fields.accept(object, value);
            all.append(all.length() > 1 ? "," : "").append(object);
        }
        return all.append(']').toString();
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "{}" : text + "}";
    }

    private void name(String name) {
        text.append(text.isEmpty() ? '{' : ',').append('"').append(name).append("\":");
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }
}
