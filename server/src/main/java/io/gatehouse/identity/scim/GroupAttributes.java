package io.gatehouse.identity.scim;

import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a directory says of a group. */
record GroupAttributes(String displayName, String externalId, MemberChange members) {

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
                MemberChange.exactly(ids(group.path("members"))));
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

    private MemberChange membersAfter(Patches.Step step) {
        Filter chosen = step.path().getElement(0).getValueFilter();
        JsonNode value = step.value();
        boolean none = value == null || value.isNull();
        if (step.kind() == Patches.Kind.REMOVE) {
            return chosen != null
                    ? members.remove(chosen(chosen))
                    : none ? MemberChange.exactly(List.of()) : members.remove(ids(value));
        }
        if (chosen != null || step.path().size() > 1) {
            throw ScimRefusal.invalidPath("Members are added and replaced by the path members");
        }
        return step.kind() == Patches.Kind.REPLACE ? MemberChange.exactly(ids(value)) : members.add(ids(value));
    }

    /** Whom a filter such as {@code value eq "…" or value eq "…"} names. */
    private static List<UUID> chosen(Filter filter) {
        if (filter.getFilterType() == FilterType.OR) {
            return Objects.requireNonNull(filter.getCombinedFilters()).stream()
                    .flatMap(one -> chosen(one).stream())
                    .toList();
        }
        if (filter.getFilterType() != FilterType.EQUAL
                || !String.valueOf(filter.getAttributePath()).equalsIgnoreCase("value")) {
            throw ScimRefusal.invalidFilter("Members are chosen by value eq \"the id of a user\"");
        }
        return ids(filter.getComparisonValue());
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
