package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.policy.Edit;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.StagePlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Applies events: the only place where a request changes. */
public final class Evolution {

    private Evolution() {}

    /** The request after all these events. */
    public static Request apply(State state, List<Event> events) {
        State next = state;
        for (Event event : events) {
            next = apply(next, event);
        }
        if (next instanceof Request request) {
            return request;
        }
        throw new IllegalArgumentException("No event submitted the request");
    }

    /** The request after the event. */
    public static Request apply(State state, Event event) {
        return switch (state) {
            case State.None _ when event instanceof Event.Submitted submitted -> submitted(submitted);
            case State.None _ -> throw new IllegalArgumentException(event + " before submission");
            case Request request -> apply(request, event);
        };
    }

    private static Request submitted(Event.Submitted event) {
        Ask ask = event.ask();
        List<Stage> stages = ask.emergency()
                ? List.of(Stage.waiting(
                        Objects.requireNonNull(event.path().emergency()).stage()))
                : stages(event.path(), event.skipped());
        return new Request(
                ask,
                new Content(1, event.content(), ask.requester()),
                event.path(),
                ask.emergency() ? RequestState.POST_REVIEW : RequestState.IN_REVIEW,
                1,
                stages,
                List.of(),
                Set.of(),
                null);
    }

    private static List<Stage> stages(Path path, Map<String, String> skipped) {
        return path.stages().stream().map(plan -> stage(plan, skipped)).toList();
    }

    private static Stage stage(StagePlan plan, Map<String, String> skipped) {
        String reason = skipped.get(plan.id());
        return reason == null ? Stage.waiting(plan) : Stage.skipped(plan, reason);
    }

    private static Request apply(Request request, Event event) {
        return switch (event) {
            case Event.Submitted _ -> throw new IllegalArgumentException("Submitted twice");
            case Event.StageBegan began ->
                request.with(stage(request, began.stage()).begin(began.rosters(), began.at()));
            case Event.StageSatisfied(var stage) -> turn(request, stage, Stage.State.SATISFIED);
            case Event.StageVetoed(var stage) -> turn(request, stage, Stage.State.VETOED);
            case Event.StageExpired(var stage) -> turn(request, stage, Stage.State.EXPIRED);
            case Event.DecisionMade(var decision) -> request.with(decision);
            case Event.ChangesRequested _ -> request.turn(RequestState.CHANGES_REQUESTED);
            case Event.Revised revised -> revised(request, revised);
            case Event.DecisionsLapsed lapsed -> reset(request, lapsed.reset()).lapse(lapsed.lapsed());
            case Event.Escalated escalated ->
                request.with(stage(request, escalated.stage()).escalate(escalated.step()));
            case Event.RosterChanged changed ->
                request.with(stage(request, changed.stage()).staff(changed.group(), changed.roster()));
            case Event.Closed(var state, var at) -> request.close(state, at);
        };
    }

    private static Stage stage(Request request, String id) {
        return request.stage(id).orElseThrow();
    }

    private static Request turn(Request request, String stage, Stage.State next) {
        return request.with(stage(request, stage).turn(next));
    }

    private static Request revised(Request request, Event.Revised event) {
        Content next = new Content(request.content().version() + 1, event.content(), event.by());
        Request rewritten = request.lapse(event.lapsed()).rewrite(next, event.path());
        return event.edit() == Edit.MATERIAL
                ? rewritten.with(stages(event.path(), event.skipped()))
                : reset(rewritten, event.reset());
    }

    private static Request reset(Request request, Set<String> reset) {
        return request.with(request.stages().stream()
                .map(stage -> reset.contains(stage.id()) ? Stage.waiting(stage.plan()) : stage)
                .toList());
    }
}
