package io.gatehouse.testkit.fleet.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of one message. */
public final class Schema {
    private final String name;
    private final Map<String, Field> byName = new HashMap<>();
    private final Map<String, Field> byJsonName = new HashMap<>();
    private final Map<Integer, Field> byNumber = new HashMap<>();

    Schema(String name) {
        this.name = name;
    }

    void add(Field field) {
        byName.put(field.name(), field);
        byJsonName.put(field.jsonName(), field);
        byNumber.put(field.number(), field);
    }

    String name() {
        return name;
    }

    Field field(String fieldName) {
        return Objects.requireNonNull(byName.get(fieldName), () -> name + " has no field " + fieldName);
    }

    /** Finds a field as the client's JSON parser does: by its JSON name or its proto name. */
    @Nullable
    Field inJson(String key) {
        Field field = byJsonName.get(key);
        return field != null ? field : byName.get(key);
    }

    @Nullable
    Field numbered(int number) {
        return byNumber.get(number);
    }
}
