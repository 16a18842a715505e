package io.gatehouse.santa;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Of a thing's fields before and after a change, those that differ: what the book keeps of a change. */
public record ChangedFields(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {

    /** Compares two states of a thing that name the same fields. */
    public static ChangedFields between(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        Map<String, @Nullable Object> was = new LinkedHashMap<>();
        Map<String, @Nullable Object> is = new LinkedHashMap<>();
        after.forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value)) {
                was.put(name, before.get(name));
                is.put(name, value);
            }
        });
        return new ChangedFields(was, is);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return after.isEmpty();
    }
}
