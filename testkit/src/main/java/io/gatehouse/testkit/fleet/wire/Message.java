package io.gatehouse.testkit.fleet.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message of sync v1: values by proto name, in the order in which they were put. A field that was never put is unset,
 * which is not the same as one that holds its default: preflight answers mean "keep what you have" by the former.
 */
public final class Message {
    private final Schema schema;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** An empty message of that kind. */
    public Message(Schema schema) {
        this.schema = schema;
    }

    /** An empty message of that name. */
    public static Message of(String name) {
        return new Message(Protocol.message(name));
    }

    /** Whether this is a message of that name. */
    public boolean isA(String name) {
        return schema.name().equals(name);
    }

    Schema schema() {
        return schema;
    }

    Map<String, Object> values() {
        return values;
    }

    /** Sets a text; null leaves the field unset. */
    public Message text(String name, @Nullable String value) {
        return value == null ? this : put(name, value);
    }

    /** Sets a whole number. */
    public Message number(String name, long value) {
        return put(name, value);
    }

    /** Sets a fractional number, in sync v1 always seconds since 1970. */
    public Message seconds(String name, double value) {
        return put(name, value);
    }

    /** Sets a truth value. */
    public Message flag(String name, boolean value) {
        return put(name, value);
    }

    /** Sets an enum by its written name. */
    public Message choice(String name, String value) {
        return put(
                name, (long) Protocol.enumeration(schema.field(name).detail()).number(value));
    }

    /** Sets a nested message. */
    public Message nested(String name, Message value) {
        return put(name, value);
    }

    /** Sets a repeated field of texts or messages. */
    public Message list(String name, List<?> value) {
        return put(name, new ArrayList<>(value));
    }

    private Message put(String name, Object value) {
        schema.field(name);
        values.put(name, value);
        return this;
    }

    void append(Field field, Object value) {
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) values.computeIfAbsent(field.name(), key -> new ArrayList<>());
        list.add(value);
    }

    /** Whether the field was put at all, be it with its default. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text, empty when unset. */
    public String text(String name) {
        return values.get(name) instanceof String value ? value : "";
    }

    /** A whole number, 0 when unset. */
    public long number(String name) {
        return values.get(name) instanceof Long value ? value : 0;
    }

    /** A fractional number, 0 when unset. */
    public double seconds(String name) {
        return values.get(name) instanceof Double value ? value : 0;
    }

    /** A truth value, false when unset. */
    public boolean flag(String name) {
        return values.get(name) instanceof Boolean value && value;
    }

    /** An enum's written name; empty when unset or when its number is not known. */
    public String choice(String name) {
        String found = Protocol.enumeration(schema.field(name).detail()).name((int) number(name));
        return found == null ? "" : found;
    }

    /** A nested message, null when unset. */
    public @Nullable Message nested(String name) {
        return values.get(name) instanceof Message value ? value : null;
    }

    /** The texts of a repeated field, empty when unset. */
    public List<String> texts(String name) {
        return list(name).stream().map(String.class::cast).toList();
    }

    /** The messages of a repeated field, empty when unset. */
    public List<Message> messages(String name) {
        return list(name).stream().map(Message.class::cast).toList();
    }

    private List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    /** Unsets every field. */
    public void clear() {
        values.clear();
    }

    /** Copies one field of another message of this kind under a name of the same type; an unset one changes nothing. */
    public void take(Message other, String from, String to) {
        Object value = other.values.get(from);
        if (value != null) {
            put(to, value);
        }
    }

    /** A copy that can be changed without changing this one; nested messages are shared. */
    public Message copy() {
        Message copy = new Message(schema);
        copy.values.putAll(values);
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Message that && schema == that.schema && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return schema.name() + values;
    }
}
