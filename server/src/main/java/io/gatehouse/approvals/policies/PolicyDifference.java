package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing in which two policies differ.
 *
 * @param at where, as names of fields joined by slashes; routes, stages and groups are named by their names and ids
 * @param before null when it was not there
 * @param after null when it is there no more
 */
record PolicyDifference(
        String at, @Nullable Object before, @Nullable Object after) {

    static List<PolicyDifference> between(Policy before, Policy after) {
        List<PolicyDifference> found = new ArrayList<>();
        compare("", PolicyJson.tree(before), PolicyJson.tree(after), found);
        return found;
    }

    private static void compare(String at, JsonNode before, JsonNode after, List<PolicyDifference> found) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            fields(before, after)
                    .forEach(name -> compare(at + "/" + name, child(before, name), child(after, name), found));
        } else if (isNamed(before) && isNamed(after)) {
            names(before, after)
                    .forEach(name -> compare(at + "/" + name, named(before, name), named(after, name), found));
            if (!order(before).equals(order(after)) && Set.copyOf(order(before)).equals(Set.copyOf(order(after)))) {
                found.add(new PolicyDifference(at, order(before), order(after)));
            }
        } else {
            found.add(new PolicyDifference(at, value(before), value(after)));
        }
    }

    private static @Nullable Object value(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node;
    }

    private static JsonNode child(JsonNode node, String name) {
        return node.path(name);
    }

    private static Set<String> fields(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names;
    }

    /** Whether every part of a list has a name that differs from all others. */
    private static boolean isNamed(JsonNode list) {
        return list.isArray()
                && list.valueStream().allMatch(part -> !name(part).isEmpty())
                && Set.copyOf(order(list)).size() == list.size();
    }

    private static String name(JsonNode part) {
        return part.path("id").asString(part.path("name").asString(""));
    }

    private static List<String> order(JsonNode list) {
        return list.valueStream().map(PolicyDifference::name).toList();
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>(order(before));
        names.addAll(order(after));
        return names;
    }

    private static JsonNode named(JsonNode list, String name) {
        return list.valueStream()
                .filter(part -> name(part).equals(name))
                .findFirst()
                .orElseGet(() -> list.path("none"));
    }
}
