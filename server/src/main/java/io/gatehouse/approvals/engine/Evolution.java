package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.Policy;
import io.gatehouse.approvals.RequestState;
import java.util.List;
import java.util.stream.IntStream;

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
        List<Policy.Stage> plan = event.policy().stages();
        List<Stage> stages = IntStream.range(0, plan.size())
                .mapToObj(position -> waiting(position, plan.get(position)))
                .toList();
        return new Request(
                event.id(),
                RequestState.IN_REVIEW,
                event.requester(),
                event.content(),
                event.policy(),
                stages,
                List.of(),
                null);
    }

    private static Stage waiting(int position, Policy.Stage plan) {
        return Stage.waiting(position, plan.name(), plan.approvers(), plan.minimum());
    }

    private static Request apply(Request request, Event event) {
        return switch (event) {
            case Event.Submitted _ -> throw new IllegalArgumentException("Submitted twice");
            case Event.StageActivated(var stage) -> turn(request, stage, Stage.State.ACTIVE);
            case Event.StageSatisfied(var stage) -> turn(request, stage, Stage.State.SATISFIED);
            case Event.StageVetoed(var stage) -> turn(request, stage, Stage.State.VETOED);
            case Event.DecisionMade(var decision) -> decided(request, decision);
            case Event.Closed(var state, var at) -> request.close(state, at);
        };
    }

    private static Request turn(Request request, int stage, Stage.State next) {
        return request.with(request.stages().get(stage).turn(next));
    }

    private static Request decided(Request request, Decision decision) {
        Assignment.State filled = switch (decision.outcome()) {
            case APPROVED -> Assignment.State.APPROVED;
            case REJECTED -> Assignment.State.REJECTED;
        };
        Stage stage = request.stages().get(decision.stage());
        return request.with(stage.fill(decision.place(), filled)).with(decision);
    }
}
