package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.Policy;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to a request. {@link Evolution} applies it. */
public final class Engine {

    private Engine() {}

    /** What the command leads to in this state. Changes nothing. */
    public static Answer decide(State state, Command command) {
        return switch (command) {
            case Command.Submit submit -> submit(state, submit);
            case Command.Approve approve -> verdict(state, approve);
            case Command.Deny deny -> verdict(state, deny);
            case Command.Withdraw withdraw -> withdraw(state, withdraw);
        };
    }

    /** Why a verdict of this approver would be refused whatever it says; empty when it would not. */
    public static Optional<Refusal> objection(Request request, Approver approver) {
        Optional<Stage> active = request.active();
        if (request.requester().equals(approver.person())
                && request.policy().excluded().contains(Policy.Exclusion.REQUESTER)) {
            return Optional.of(new Refusal.OwnRequest());
        }
        if (active.isEmpty()) {
            return Optional.of(alreadyDecided(request));
        }
        if (!approver.isAmong(active.get().approvers())) {
            return Optional.of(new Refusal.NotAnApprover());
        }
        return request.hasDecided(approver.person())
                ? Optional.of(new Refusal.AlreadyDecidedByYou())
                : Optional.empty();
    }

    private static Answer submit(State state, Command.Submit command) {
        return switch (state) {
            case Request _ -> new Answer.Refused(new Refusal.AlreadySubmitted());
            case State.None _ ->
                new Answer.Accepted(List.of(
                        new Event.Submitted(command.id(), command.requester(), command.content(), command.policy()),
                        new Event.StageActivated(0)));
        };
    }

    private static Answer withdraw(State state, Command.Withdraw command) {
        return switch (state) {
            case State.None _ -> new Answer.Refused(new Refusal.NoSuchRequest());
            case Request request
            when !request.requester().equals(command.by()) -> new Answer.Refused(new Refusal.NotTheRequester());
            case Request request when !request.isOpen() -> new Answer.Refused(alreadyDecided(request));
            case Request _ -> new Answer.Accepted(List.of(new Event.Closed(RequestState.WITHDRAWN, command.at())));
        };
    }

    private static Answer verdict(State state, Command.Verdict command) {
        return switch (state) {
            case State.None _ -> new Answer.Refused(new Refusal.NoSuchRequest());
            case Request request -> {
                @Nullable
                Refusal refusal = objection(request, command.by()).orElseGet(() -> contentObjection(request, command));
                yield refusal != null ? new Answer.Refused(refusal) : new Answer.Accepted(outcome(request, command));
            }
        };
    }

    private static @Nullable Refusal contentObjection(Request request, Command.Verdict command) {
        if (!request.content().equals(command.seen())) {
            return new Refusal.ContentChanged();
        }
        return switch (command) {
            case Command.Deny deny -> deny.reason() == null ? new Refusal.ReasonMissing() : null;
            case Command.Approve approve ->
                request.decisions().stream()
                        .filter(earlier -> !earlier.terms().equals(approve.terms()))
                        .findFirst()
                        .map(earlier -> new Refusal.TermsDiffer(earlier.personName()))
                        .orElse(null);
        };
    }

    private static List<Event> outcome(Request request, Command.Verdict command) {
        Stage stage = request.active().orElseThrow();
        int place = stage.firstOpen().orElseThrow().place();
        Decision decision = decision(stage, place, command);
        return switch (command) {
            case Command.Deny deny ->
                List.of(
                        new Event.DecisionMade(decision),
                        new Event.StageVetoed(stage.position()),
                        new Event.Closed(RequestState.REJECTED, deny.at()));
            case Command.Approve approve -> approval(request, stage, decision, approve.at());
        };
    }

    private static List<Event> approval(Request request, Stage stage, Decision decision, Instant at) {
        List<Event> events = new ArrayList<>();
        events.add(new Event.DecisionMade(decision));
        if (stage.openPlaces() == 1) {
            events.add(new Event.StageSatisfied(stage.position()));
            boolean last = stage.position() == request.stages().size() - 1;
            events.add(
                    last
                            ? new Event.Closed(RequestState.APPROVED, at)
                            : new Event.StageActivated(stage.position() + 1));
        }
        return events;
    }

    private static Decision decision(Stage stage, int place, Command.Verdict command) {
        String authority = stage.approvers().authority();
        Approver by = command.by();
        return switch (command) {
            case Command.Approve approve ->
                new Decision(
                        approve.decision(),
                        stage.position(),
                        place,
                        Outcome.APPROVED,
                        by.person(),
                        by.name(),
                        authority,
                        approve.seen(),
                        approve.terms(),
                        text(approve.comment()),
                        approve.at());
            case Command.Deny deny ->
                new Decision(
                        deny.decision(),
                        stage.position(),
                        place,
                        Outcome.REJECTED,
                        by.person(),
                        by.name(),
                        authority,
                        deny.seen(),
                        Map.of(),
                        text(deny.reason()),
                        deny.at());
        };
    }

    private static @Nullable String text(@Nullable Statement statement) {
        return statement == null ? null : statement.text();
    }

    private static Refusal alreadyDecided(Request request) {
        String by = request.state() == RequestState.WITHDRAWN
                ? null
                : request.decisions().getLast().personName();
        return new Refusal.AlreadyDecided(request.state(), by);
    }
}
