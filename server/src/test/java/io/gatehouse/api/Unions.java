package io.gatehouse.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Interfaces that one of several records implements, and a field that says which. The generator takes the names of classes
 * for that field's values, where the wire has the names that the interface gives.
 */
final class Unions {

    private Unions() {}

    static boolean isUnion(Class<?> type) {
        return type.isAnnotationPresent(JsonSubTypes.class);
    }

    /** Each shape becomes an object of its own fields, as other records are. */
    static void separate(Class<?> union, Function<Class<?>, ObjectNode> schemas) {
        shapes(union).map(shape -> schemas.apply(shape.value())).forEach(schema -> {
            ObjectNode own =
                    schema.at("/allOf/1/properties") instanceof ObjectNode fields ? fields : schema.objectNode();
            schema.removeAll();
            schema.put("type", "object").set("properties", own);
        });
    }

    /** Each shape says which it is, and the interface is any of them. */
    static void name(Class<?> union, Function<Class<?>, ObjectNode> schemas, Function<Class<?>, String> reference) {
        String field = union.getAnnotation(JsonTypeInfo.class).property();
        ObjectNode schema = schemas.apply(union);
        schema.removeAll();
        ArrayNode either = schema.putArray("oneOf");
        shapes(union).forEach(shape -> {
            ObjectNode part = schemas.apply(shape.value());
            ((ObjectNode) part.get("properties"))
                    .putObject(field)
                    .put("type", "string")
                    .putArray("enum")
                    .add(shape.name());
            ((ArrayNode) part.get("required")).insert(0, field);
            either.addObject().put("$ref", reference.apply(shape.value()));
        });
    }

    private static Stream<JsonSubTypes.Type> shapes(Class<?> union) {
        return Stream.of(union.getAnnotation(JsonSubTypes.class).value());
    }
}
