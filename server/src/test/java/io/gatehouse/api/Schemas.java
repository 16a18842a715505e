package io.gatehouse.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.kernel.Page;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the generated schemas as exact as the records that they come from: short names, which fields are always there,
 * which may be null. Records of requests may leave out what may be null.
 */
final class Schemas {

    private static final String PREFIX = "#/components/schemas/";
    private static final String PAGE = Page.class.getName();

    private final ObjectNode document;
    private final ObjectNode schemas;
    private final Set<String> sent = new HashSet<>();

    private Schemas(ObjectNode document) {
        this.document = document;
        this.schemas = (ObjectNode) document.at("/components/schemas");
    }

    static JsonNode refine(JsonNode document) {
        Schemas schemas = new Schemas((ObjectNode) document);
        schemas.dropUnreachable();
        document.at("/paths").findValues("requestBody").forEach(schemas::markSent);
        List<Class<?>> unions = schemas.unions();
        unions.forEach(union -> Unions.separate(union, schemas::of));
        schemas.schemas.propertyNames().forEach(schemas::describe);
        unions.forEach(union -> Unions.name(union, schemas::of, type -> PREFIX + nameOf(type)));
        schemas.shorten();
        return document;
    }

    private void dropUnreachable() {
        Set<String> reachable = new HashSet<>();
        reach(document.at("/paths"), reachable);
        List.copyOf(schemas.propertyNames()).stream()
                .filter(name -> !reachable.contains(name))
                .forEach(schemas::remove);
    }

    private void markSent(JsonNode body) {
        reach(body, sent);
    }

    private void reach(JsonNode node, Set<String> reached) {
        for (String reference : node.findValuesAsString("$ref")) {
            String name = reference.substring(PREFIX.length());
            if (reached.add(name)) {
                reach(schemas.get(name), reached);
            }
        }
    }

    private List<Class<?>> unions() {
        return schemas.propertyNames().stream()
                .<Class<?>>map(Schemas::typeOf)
                .filter(Unions::isUnion)
                .toList();
    }

    private ObjectNode of(Class<?> type) {
        return (ObjectNode) schemas.get(nameOf(type));
    }

    private static String nameOf(Class<?> type) {
        return type.getName().replace('$', '.');
    }

    private void describe(String name) {
        Class<?> type = typeOf(name);
        if (!type.isRecord() || !schemas.get(name).has("properties")) {
            return;
        }
        ObjectNode schema = (ObjectNode) schemas.get(name);
        if (Kinds.divide(type) && !sent.contains(name)) {
            Kinds.split(type, schema);
        } else {
            nameFields(type, (ObjectNode) schema.get("properties"), schema.putArray("required"), sent.contains(name));
        }
    }

    private static void nameFields(Class<?> type, ObjectNode properties, ArrayNode required, boolean sent) {
        for (RecordComponent component : type.getRecordComponents()) {
            String field = component.getName();
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                nameFields(component.getType(), properties, required, sent);
            } else if (properties.has(field)) {
                boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                if (nullable) {
                    properties.set(field, orNull(properties.get(field)));
                }
                if (!nullable || (!sent && !mayBeLeftOut(component))) {
                    required.add(field);
                }
            }
        }
    }

    private static boolean mayBeLeftOut(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        JsonInclude ofType = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        return include != null || ofType != null;
    }

    private static JsonNode orNull(JsonNode property) {
        if (property instanceof ObjectNode object && object.get("type") instanceof JsonNode type && type.isString()) {
            String name = type.asString();
            object.putArray("type").add(name).add("null");
            if (object.get("enum") instanceof ArrayNode values) {
                values.addNull();
            }
            return object;
        }
        if (property.has("$ref")) {
            ObjectNode either = ((ObjectNode) property).objectNode();
            either.putArray("anyOf").add(property.deepCopy()).addObject().put("type", "null");
            return either;
        }
        return property;
    }

    private void shorten() {
        Map<String, String> names = new HashMap<>();
        List.copyOf(schemas.propertyNames()).forEach(name -> {
            String brief = brief(name);
            if (names.containsValue(brief)) {
                throw new IllegalStateException("Two records would be called " + brief + ": " + name + " and another");
            }
            names.put(name, brief);
        });
        rewrite(document, names);
        names.forEach((name, brief) -> schemas.set(brief, schemas.remove(name)));
    }

    private static void rewrite(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object && object.get("$ref") instanceof JsonNode reference) {
            object.put("$ref", PREFIX + names.get(reference.asString().substring(PREFIX.length())));
        }
        node.forEach(child -> rewrite(child, names));
    }

    private static String brief(String name) {
        if (name.startsWith(PAGE + "Io.")) {
            return "PageOf" + brief("io." + name.substring(PAGE.length() + "Io.".length()));
        }
        return Arrays.stream(name.split("\\."))
                .filter(part -> Character.isUpperCase(part.charAt(0)))
                .map(part -> part.replaceAll("Controller$", ""))
                .collect(Collectors.joining());
    }

    private static Class<?> typeOf(String name) {
        if (name.startsWith(PAGE)) {
            return Page.class;
        }
        List<String> parts = List.of(name.split("\\."));
        long packages = parts.stream()
                .takeWhile(part -> Character.isLowerCase(part.charAt(0)))
                .count();
        String outer = String.join(".", parts.subList(0, (int) packages));
        String inner = String.join("$", parts.subList((int) packages, parts.size()));
        try {
            return Class.forName(outer + "." + inner);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("No class for schema " + name, e);
        }
    }
}
