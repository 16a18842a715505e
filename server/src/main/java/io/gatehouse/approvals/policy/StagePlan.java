package io.gatehouse.approvals.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One step of a path.
 *
 * @param id names the stage within its path and over its versions: lower-case letters, digits and dashes, at most 40
 * @param name as people call it, 1 to 120 characters
 * @param after ids of the stages that must have ended before
 * @param when a CEL expression; where it is false the stage is skipped, and the request says why. Null: never skipped
 * @param requirement whose agreement it needs
 * @param keeps which edits of the request leave the agreements of this stage standing; all others void them
 * @param escalations what happens while it waits, at most 10
 */
public record StagePlan(
        String id,
        String name,
        Set<String> after,
        @Nullable String when,
        Requirement requirement,
        Veto veto,
        Set<Edit> keeps,
        List<Escalation> escalations) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int MOST_ESCALATIONS = 10;

    /** Checks the bounds. */
    public StagePlan {
        if (!ID.matcher(id).matches()) {
            throw Check.invalid("stages[].id must have 1 to 40 lower-case letters, digits and dashes, not " + id);
        }
        Check.name("stages[].name", name);
        if (when != null) {
            Check.expression("stages[].when", when);
        }
        after = Set.copyOf(after);
        keeps = Set.copyOf(keeps);
        escalations = List.copyOf(escalations);
        Check.atMost("escalations of stage " + id, escalations.size(), MOST_ESCALATIONS);
        checkGroups(id, requirement);
        checkEscalations(id, requirement, escalations);
        if (keeps.contains(Edit.MATERIAL)) {
            throw Check.invalid("stage " + id + " must not keep agreements over a MATERIAL edit");
        }
    }

    /** Whether it waits for votes instead of people who decide. */
    @JsonIgnore
    public boolean isVote() {
        return requirement instanceof Requirement.Votes;
    }

    private static void checkGroups(String id, Requirement requirement) {
        Check.distinct(
                "groups of stage " + id,
                requirement.groups().stream().map(Group::name).toList());
    }

    private static void checkEscalations(String id, Requirement requirement, List<Escalation> escalations) {
        Set<String> groups =
                Set.copyOf(requirement.groups().stream().map(Group::name).toList());
        for (Escalation escalation : escalations) {
            String group = escalation.step().group();
            if (group != null && !groups.contains(group)) {
                throw Check.invalid("an escalation of stage " + id + " names " + group + ", which is no group of it");
            }
        }
    }
}
