package io.gatehouse.identity.scim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which resources a directory asks for and what of each.
 *
 * @param start counts from 1
 */
record Listing(String filter, long start, int count, Set<String> only, Set<String> without) {

    static final int MOST = 200;

    /** One resource with all that it has. */
    static final Listing EVERYTHING = projection(null, null);

    private static final int USUAL = 100;
    private static final long FARTHEST = 10_000_000;
    private static final Set<String> ALWAYS = Set.of("schemas", "id", "meta");

    /** As the parameters of a request say; bounds are applied, not complained about, as RFC 7644 has it. */
    static Listing of(
            @Nullable String filter,
            @Nullable Long start,
            @Nullable Integer count,
            @Nullable String attributes,
            @Nullable String excluded) {
        return new Listing(
                filter == null ? "" : filter,
                start == null ? 1 : Math.clamp(start, 1, FARTHEST),
                count == null ? USUAL : Math.clamp(count, 0, MOST),
                names(attributes),
                names(excluded));
    }

    /** As a search request says. */
    static Listing of(ObjectNode search) {
        return of(
                Values.text(search, "filter", Integer.MAX_VALUE),
                search.path("startIndex").asLong(1),
                search.path("count").asInt(USUAL),
                joined(search, "attributes"),
                joined(search, "excludedAttributes"));
    }

    /** What of one resource a directory asks for. */
    static Listing projection(@Nullable String attributes, @Nullable String excluded) {
        return of(null, null, null, attributes, excluded);
    }

    /** Whether the attribute is wanted. */
    boolean wants(String attribute) {
        String name = attribute.toLowerCase(Locale.ROOT);
        return ALWAYS.contains(name) || (only.isEmpty() ? !without.contains(name) : only.contains(name));
    }

    /** Leaves of a resource what is wanted. */
    ObjectNode project(ObjectNode resource) {
        resource.remove(
                resource.propertyNames().stream().filter(name -> !wants(name)).toList());
        return resource;
    }

    /** The answer to the question. */
    ObjectNode answer(long total, List<ObjectNode> found) {
        ObjectNode answer = Values.object();
        answer.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        answer.put("totalResults", total);
        answer.put("startIndex", start);
        answer.put("itemsPerPage", found.size());
        ArrayNode resources = answer.putArray("Resources");
        found.forEach(resource -> resources.add(project(resource)));
        return answer;
    }

    private static String joined(ObjectNode search, String name) {
        return search.path(name).valueStream().map(one -> one.asString("")).collect(Collectors.joining(","));
    }

    private static Set<String> names(@Nullable String list) {
        return list == null || list.isBlank()
                ? Set.of()
                : Arrays.stream(list.split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .map(Listing::attribute)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The attribute of a path such as {@code name.givenName}: attributes are given whole. */
    private static String attribute(String path) {
        String enterprise = UserAttributes.ENTERPRISE.toLowerCase(Locale.ROOT);
        if (path.startsWith(enterprise)) {
            return enterprise;
        }
        String plain = path.substring(path.lastIndexOf(':') + 1);
        return plain.replaceFirst("\\..*", "");
    }
}
