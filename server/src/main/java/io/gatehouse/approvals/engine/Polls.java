package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.Poll;
import io.gatehouse.approvals.RequestState;
import java.util.List;
import java.util.Map;

/** Decides what votes do to the stage that waits for them: they open the way to those who decide, or end the request. */
final class Polls {

    /** Under which name a stage keeps whose votes satisfied it. */
    static final String VOTERS = "Votes";

    private Polls() {}

    static Answer decide(Request request, Command.Count command) {
        return request.stage(command.stage())
                .filter(stage -> request.isOpen() && stage.state() == Stage.State.ACTIVE)
                .filter(stage -> stage.plan().isVote())
                .map(stage -> decide(request, stage, command))
                .orElseGet(() -> Engine.refused(new Refusal.NotDue()));
    }

    private static Answer decide(Request request, Stage stage, Command.Count command) {
        if (request.state() == RequestState.CHANGES_REQUESTED) {
            return Engine.refused(new Refusal.WaitsForRequester());
        }
        return switch (command.poll().result()) {
            case OPEN, FROZEN -> Engine.refused(new Refusal.NotDue());
            case AGREED -> Engine.accepted(counted(stage, command.poll()), new Event.StageSatisfied(stage.id()));
            case REFUSED ->
                Engine.accepted(
                        new Event.StageVetoed(stage.id()), new Event.Closed(Engine.refusedBy(request), command.at()));
        };
    }

    /** Whose votes these were is kept with the stage: none of them decides on the request as well. */
    private static Event counted(Stage stage, Poll poll) {
        return new Event.RosterChanged(stage.id(), VOTERS, new Roster(poll.voters(), Map.of(), List.of()));
    }
}
