package io.gatehouse.identity.scim;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and applies the operations of a PATCH in all the ways in which directories write them. */
final class Patches {

    private static final int MOST_OPERATIONS = 500;
    private static final int LONGEST_PATH = 500;
    private static final int DEEPEST_PATH = 3;

    /** What a user has that can be changed; directories send more, which means nothing here. */
    private static final Set<String> KNOWN = Set.of(
            "username",
            "externalid",
            "displayname",
            "name",
            "emails",
            "title",
            "active",
            UserAttributes.ENTERPRISE.toLowerCase(Locale.ROOT));

    private Patches() {}

    enum Kind {
        ADD,
        REPLACE,
        REMOVE
    }

    /**
     * One operation with one target.
     *
     * @param path never the resource itself
     * @param value null when there is none
     */
    record Step(Kind kind, Path path, @Nullable JsonNode value) {

        /** Name of the attribute that it is about, or the extension's; lower case. */
        String attribute() {
            String urn = path.getSchemaUrn();
            return (urn == null || urn.equalsIgnoreCase(UserAttributes.USER)
                            ? path.getElement(0).getAttribute()
                            : urn)
                    .toLowerCase(Locale.ROOT);
        }
    }

    /** The steps of a request, in order. An operation without a path is one step for each value in it. */
    static List<Step> steps(ObjectNode request) {
        JsonNode operations = request.path("Operations");
        if (!operations.isArray() || operations.isEmpty()) {
            throw ScimRefusal.invalidSyntax("Operations must be a list of at least one operation");
        }
        if (operations.size() > MOST_OPERATIONS) {
            throw ScimRefusal.tooMany("Operations must be at most " + MOST_OPERATIONS);
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode operation : operations) {
            read(operation, steps);
        }
        return steps;
    }

    /** The user after the steps. */
    static ObjectNode apply(ObjectNode user, List<Step> steps) {
        try {
            for (Step step : steps) {
                if (KNOWN.contains(step.attribute())) {
                    apply(user, step);
                }
            }
            return user;
        } catch (ScimException e) {
            throw ScimRefusal.of(e);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw ScimRefusal.invalidPath("An operation does not fit the attribute that it names");
        }
    }

    private static void apply(ObjectNode user, Step step) throws ScimException {
        JsonNode value = step.value();
        Path path = step.path();
        boolean chosen = path.getElement(0).getValueFilter() != null;
        if (step.kind() == Kind.REMOVE || value == null || value.isNull()) {
            JsonUtils.removeValues(path, user);
        } else if (chosen && !JsonUtils.pathExists(path, user)) {
            // Directories also replace what is not there yet.
            PatchOperation.add(path, value).apply(user);
        } else if (chosen || step.kind() == Kind.REPLACE) {
            JsonUtils.replaceValue(path, user, value);
        } else {
            JsonUtils.addValue(path, user, value);
        }
    }

    private static void read(JsonNode operation, List<Step> steps) {
        Kind kind = kind(Values.text(operation, "op", 20));
        String path = Values.text(operation, "path", LONGEST_PATH);
        JsonNode value = operation.get("value");
        if (!path.isEmpty() && !path.equalsIgnoreCase(UserAttributes.ENTERPRISE)) {
            steps.add(new Step(kind, path(path), value));
        } else if (value instanceof ObjectNode object) {
            expand(kind, path.isEmpty() ? "" : path + ":", object, steps);
        } else {
            throw ScimRefusal.invalidSyntax("An operation without a path must have an object as its value");
        }
    }

    private static void expand(Kind kind, String prefix, ObjectNode values, List<Step> steps) {
        if (values.size() > MOST_OPERATIONS) {
            throw ScimRefusal.tooMany("An operation must have at most " + MOST_OPERATIONS + " values");
        }
        values.forEachEntry((name, value) -> {
            if (name.equalsIgnoreCase(UserAttributes.ENTERPRISE) && value instanceof ObjectNode extension) {
                expand(kind, name + ":", extension, steps);
            } else if (name.length() <= LONGEST_PATH) {
                steps.add(new Step(kind, path(prefix + name), value));
            }
        });
    }

    private static Kind kind(String op) {
        return switch (op.toLowerCase(Locale.ROOT)) {
            case "add" -> Kind.ADD;
            case "replace" -> Kind.REPLACE;
            case "remove" -> Kind.REMOVE;
            default -> throw ScimRefusal.invalidSyntax("op must be add, replace or remove");
        };
    }

    private static Path path(String text) {
        Path path = Grammar.path(text);
        if (path.isRoot() || path.size() > DEEPEST_PATH) {
            throw ScimRefusal.invalidPath("path must name an attribute or a value of one");
        }
        return path;
    }
}
