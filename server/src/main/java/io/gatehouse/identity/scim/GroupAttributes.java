package io.gatehouse.identity.scim;

import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a directory says of a group. */
record GroupAttributes(String displayName, String externalId, Set<UUID> members) {

    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

    private static final int LONGEST = 255;

    /**
     * Reads a group as a directory sends it.
     *
     * @throws ScimRefusal when a value has not the allowed form
     */
    static GroupAttributes of(ObjectNode group) {
        return new GroupAttributes(
                required(Values.text(group, "displayName", LONGEST)),
                Values.text(group, "externalId", LONGEST),
                new LinkedHashSet<>(ids(group.path("members"))));
    }

    /** The group after the steps. */
    GroupAttributes after(List<Patches.Step> steps) {
        GroupAttributes group = this;
        for (Patches.Step step : steps) {
            group = group.after(step);
        }
        return group;
    }

    private GroupAttributes after(Patches.Step step) {
        return switch (step.attribute()) {
            case "displayname" -> new GroupAttributes(required(text(step)), externalId, members);
            case "externalid" -> new GroupAttributes(displayName, text(step), members);
            case "members" -> new GroupAttributes(displayName, externalId, membersAfter(step));
            default -> this;
        };
    }

    private Set<UUID> membersAfter(Patches.Step step) {
        Filter chosen = step.path().getElement(0).getValueFilter();
        JsonNode value = step.value();
        Set<UUID> after = new LinkedHashSet<>(members);
        if (step.kind() == Patches.Kind.REMOVE) {
            if (chosen != null) {
                after.removeIf(member -> matches(chosen, member));
            } else if (value == null || value.isNull()) {
                after.clear();
            } else {
                ids(value).forEach(after::remove);
            }
        } else if (chosen != null || step.path().size() > 1) {
            throw ScimRefusal.invalidPath("Members are added and replaced by the path members");
        } else {
            if (step.kind() == Patches.Kind.REPLACE) {
                after.clear();
            }
            after.addAll(ids(value));
        }
        return after;
    }

    private static boolean matches(Filter chosen, UUID member) {
        try {
            ObjectNode node = Values.object();
            node.put("value", member.toString());
            return FilterEvaluator.evaluate(chosen, node);
        } catch (ScimException e) {
            throw ScimRefusal.of(e);
        }
    }

    private static String text(Patches.Step step) {
        if (step.kind() == Patches.Kind.REMOVE || step.value() == null) {
            return "";
        }
        ObjectNode holder = Values.object();
        holder.set("value", step.value());
        return Values.text(holder, "value", LONGEST);
    }

    private static String required(String displayName) {
        if (displayName.isEmpty()) {
            throw ScimRefusal.invalidValue("displayName must be given");
        }
        return displayName;
    }

    private static List<UUID> ids(@Nullable JsonNode value) {
        if (value == null || value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        List<UUID> ids = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            ids.add(id(one.isObject() ? Values.text(one, "value", LONGEST) : one.asString("")));
        }
        return ids;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ScimRefusal.invalidValue("members must be ids of users, not " + text);
        }
    }
}
