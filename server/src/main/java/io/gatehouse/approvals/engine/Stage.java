package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.policy.StagePlan;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of a request.
 *
 * @param rosters of each group by its name; empty until the stage begins
 * @param escalated which of the plan's escalations have happened
 * @param activatedAt null until the stage begins
 * @param skipped why it is left out, null when it is not
 */
public record Stage(
        StagePlan plan,
        State state,
        Map<String, Roster> rosters,
        Set<Integer> escalated,
        @Nullable Instant activatedAt,
        @Nullable String skipped) {

    /** Takes copies. */
    public Stage {
        rosters = Map.copyOf(rosters);
        escalated = Set.copyOf(escalated);
    }

    /** Where a stage stands. */
    public enum State {
        WAITING,
        ACTIVE,
        SATISFIED,
        VETOED,
        SKIPPED,
        EXPIRED,
        CANCELLED;

        /** Whether stages that come after it may begin. */
        boolean letsOthersBegin() {
            return this == SATISFIED || this == SKIPPED;
        }
    }

    static Stage waiting(StagePlan plan) {
        return new Stage(plan, State.WAITING, Map.of(), Set.of(), null, null);
    }

    static Stage skipped(StagePlan plan, String reason) {
        return new Stage(plan, State.SKIPPED, Map.of(), Set.of(), null, reason);
    }

    String id() {
        return plan.id();
    }

    /** Whether the votes that satisfied it contain one of this human. */
    boolean hasCounted(PersonId human) {
        return plan.isVote() && roster(Polls.VOTERS).has(human);
    }

    Roster roster(String group) {
        return rosters.getOrDefault(group, Roster.NOBODY);
    }

    Stage begin(Map<String, Roster> who, Instant at) {
        return new Stage(plan, State.ACTIVE, who, Set.of(), at, null);
    }

    Stage turn(State next) {
        return new Stage(plan, next, rosters, escalated, activatedAt, skipped);
    }

    Stage staff(String group, Roster roster) {
        Map<String, Roster> changed = new HashMap<>(rosters);
        changed.put(group, roster);
        return new Stage(plan, state, changed, escalated, activatedAt, skipped);
    }

    Stage escalate(int step) {
        Set<Integer> steps = new HashSet<>(escalated);
        steps.add(step);
        return new Stage(plan, state, rosters, steps, activatedAt, skipped);
    }

    /** Ends the stage if it has not ended. */
    Stage end() {
        return state == State.WAITING || state == State.ACTIVE ? turn(State.CANCELLED) : this;
    }
}
