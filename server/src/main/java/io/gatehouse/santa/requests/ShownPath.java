package io.gatehouse.santa.requests;

import io.gatehouse.approvals.DecisionView;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.StageView;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request, with names.
 *
 * @param decisions oldest first, those that count no more among them
 */
record ShownPath(List<ShownStage> stages, List<ShownDecision> decisions) {

    private static final int MOST_NAMES = 10;

    /**
     * One stage.
     *
     * @param after ids of the stages that must have ended before
     * @param skipped why it is left out, null when it is not
     * @param since when it began, null until it does
     * @param oneRefusalEnds whether one refusal ends the request
     */
    record ShownStage(
            String id,
            String name,
            StageView.State state,
            List<String> after,
            @Nullable String skipped,
            @Nullable Instant since,
            boolean oneRefusalEnds,
            StageView.Need needs,
            List<ShownGroup> groups) {}

    /**
     * One group of a stage.
     *
     * @param weighed whether seats are counted by their weight instead of people
     * @param needed 0 while it is unknown, since the group is counted when the stage begins
     * @param mayDecide some of those whose word is missing, by name
     * @param silent how many these are in all
     */
    record ShownGroup(
            String name, boolean weighed, int needed, int agreed, boolean met, List<PersonRef> mayDecide, int silent) {}

    /**
     * What somebody said.
     *
     * @param stageId within the path that the request took then
     * @param actingFor in whose place; null when they spoke for themselves
     * @param delegatedUntil when the delegation ends by which they did; null when they spoke for themselves
     * @param authority by which right, for instance {@code permission:request.decide}
     * @param stale whether it counted once, and no more: for an edit, or a right that is gone
     */
    record ShownDecision(
            String stageId,
            String stage,
            String group,
            Outcome outcome,
            PersonRef person,
            @Nullable PersonRef actingFor,
            @Nullable Instant delegatedUntil,
            String authority,
            @Nullable Means means,
            @Nullable String comment,
            Instant at,
            boolean stale) {}

    static ShownPath of(RequestView request, Map<PersonId, PersonRef> known) {
        return new ShownPath(
                request.path().stream().map(stage -> stage(stage, known)).toList(),
                request.decisions().stream().map(made -> decision(made, known)).toList());
    }

    private static ShownStage stage(StageView stage, Map<PersonId, PersonRef> known) {
        return new ShownStage(
                stage.id(),
                stage.name(),
                stage.state(),
                stage.after().stream().sorted().toList(),
                stage.skipped(),
                stage.since(),
                stage.oneRefusalEnds(),
                stage.needs(),
                stage.groups().stream().map(group -> group(group, known)).toList());
    }

    private static ShownGroup group(StageView.GroupView group, Map<PersonId, PersonRef> known) {
        return new ShownGroup(
                group.name(),
                group.weighed(),
                group.needed(),
                group.agreed(),
                group.met(),
                group.silent().stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(PersonRef::displayName))
                        .limit(MOST_NAMES)
                        .toList(),
                group.silent().size());
    }

    private static ShownDecision decision(DecisionView made, Map<PersonId, PersonRef> known) {
        return new ShownDecision(
                made.stageId(),
                made.stage(),
                made.group(),
                made.outcome(),
                RequestViews.person(known, made.person(), made.personName()),
                made.member().equals(made.person())
                        ? null
                        : RequestViews.person(known, made.member(), made.memberName()),
                made.delegatedUntil(),
                made.authority(),
                made.means(),
                made.comment(),
                made.at(),
                !made.counts() && made.outcome() != Outcome.RETURNED);
    }
}
