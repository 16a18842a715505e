package io.gatehouse.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records that are one of several shapes: what is called like a kind is there exactly with that kind. The schema of a
 * scope, for instance, becomes one of three objects.
 */
final class Kinds {

    private static final String KIND = "kind";

    private Kinds() {}

    static boolean divide(Class<?> type) {
        List<RecordComponent> components = Arrays.asList(type.getRecordComponents());
        return type.isAnnotationPresent(JsonInclude.class)
                && components.getFirst().getName().equals(KIND)
                && components.getFirst().getType().isEnum()
                && components.stream()
                        .skip(1)
                        .allMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    static void split(Class<?> type, ObjectNode schema) {
        ObjectNode properties = (ObjectNode) schema.get("properties");
        schema.removeAll();
        ArrayNode shapes = schema.putArray("oneOf");
        for (Object kind : type.getRecordComponents()[0].getType().getEnumConstants()) {
            String name = ((Enum<?>) kind).name();
            String field = name.toLowerCase(Locale.ROOT);
            ObjectNode shape = shapes.addObject().put("type", "object");
            ObjectNode shown = shape.putObject("properties");
            shown.putObject(KIND).put("type", "string").putArray("enum").add(name);
            ArrayNode required = shape.putArray("required").add(KIND);
            if (properties.has(field)) {
                shown.set(field, properties.get(field));
                required.add(field);
            }
        }
    }
}
