package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.policy.Emergency;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.StagePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what a command does to a request. {@link Evolution} applies it. After each change whoever runs the engine looks
 * at {@link Request#due()} and {@link Request#isComplete()}, and lets stages begin or the request conclude.
 */
public final class Engine {

    /** How many people a right to decide may be handed on by. */
    public static final int LONGEST_CHAIN = 3;

    private Engine() {}

    /** What the command leads to in this state. Changes nothing. */
    public static Answer decide(State state, Command command) {
        return switch (state) {
            case State.None _ when command instanceof Command.Submit submit -> submit(submit);
            case State.None _ when command instanceof Command.Take take -> take(take);
            case State.None _ -> refused(new Refusal.NoSuchRequest());
            case Request request -> decide(request, command);
        };
    }

    /** Why a verdict of this approver would be refused whatever it says; empty when it would not. */
    public static Optional<Refusal> objection(Request request, Approver approver) {
        return switch (Opening.of(request, approver)) {
            case Opening.Found _ -> Optional.empty();
            case Opening.None(var refusal) -> Optional.of(refusal);
        };
    }

    private static Answer decide(Request request, Command command) {
        return switch (command) {
            case Command.Submit _, Command.Take _ -> refused(new Refusal.AlreadySubmitted());
            case Command.Verdict verdict -> Verdicts.decide(request, verdict);
            case Command.Begin begin -> begin(request, begin);
            case Command.Revise revise -> Revisions.decide(request, revise);
            case Command.Withdraw withdraw -> withdraw(request, withdraw);
            case Command.Escalate escalate -> Escalations.decide(request, escalate);
            case Command.Count count -> Polls.decide(request, count);
            case Command.Expire expire -> expire(request, expire);
            case Command.Conclude conclude -> conclude(request, conclude);
        };
    }

    private static Answer submit(Command.Submit command) {
        Path path = command.path();
        if (!command.ask().emergency()) {
            return path.asksSomebody(command.skipped().keySet())
                    ? submitted(command)
                    : refused(new Refusal.NobodyToAsk());
        }
        Emergency emergency = path.emergency();
        return emergency == null || Collections.disjoint(emergency.roles(), command.roles())
                ? refused(new Refusal.NoEmergency())
                : submitted(command);
    }

    private static Answer submitted(Command.Submit command) {
        return accepted(new Event.Submitted(command.ask(), command.content(), command.path(), command.skipped()));
    }

    /** An emergency needs nobody's earlier word. */
    private static Answer take(Command.Take command) {
        if (command.ask().emergency()) {
            return refused(new Refusal.NoEmergency());
        }
        Map<String, String> skipped =
                command.path().stages().stream().collect(Collectors.toMap(StagePlan::id, _ -> command.decided()));
        return accepted(new Event.Submitted(command.ask(), command.content(), command.path(), skipped));
    }

    private static Answer begin(Request request, Command.Begin command) {
        List<String> due = request.due().stream().map(Stage::id).toList();
        if (due.isEmpty() || !command.rosters().keySet().equals(Set.copyOf(due))) {
            return refused(new Refusal.NotDue());
        }
        List<Event> events = new ArrayList<>();
        for (String stage : due) {
            events.add(new Event.StageBegan(
                    stage, Objects.requireNonNull(command.rosters().get(stage)), command.at()));
            if (isMet(request, stage, events)) {
                events.add(new Event.StageSatisfied(stage));
            }
        }
        return new Answer.Accepted(events);
    }

    private static Answer withdraw(Request request, Command.Withdraw command) {
        if (!request.ask().requester().equals(command.by())) {
            return refused(new Refusal.NotTheRequester());
        }
        if (!request.isOpen()) {
            return refused(alreadyDecided(request));
        }
        return request.ask().emergency()
                ? refused(new Refusal.CarriedOut())
                : accepted(new Event.Closed(RequestState.WITHDRAWN, command.at()));
    }

    private static Answer expire(Request request, Command.Expire command) {
        Instant end = request.ask().at().plus(request.path().expiry());
        boolean due = request.isOpen() && !command.at().isBefore(end);
        return due ? accepted(new Event.Closed(unheard(request), command.at())) : refused(new Refusal.NotDue());
    }

    private static Answer conclude(Request request, Command.Conclude command) {
        if (!request.isComplete()) {
            return refused(new Refusal.NotDue());
        }
        if (!request.content().hash().equals(command.content())) {
            return refused(new Refusal.ContentChanged());
        }
        Set<Decision> lapsed = request.standing().stream()
                .filter(decision -> command.unfounded().contains(decision.id()) || isStale(request, decision, command))
                .collect(Collectors.toSet());
        return lapsed.isEmpty()
                ? accepted(new Event.Closed(agreed(request), command.at()))
                : accepted(new Event.DecisionsLapsed(
                        lapsed.stream().map(Decision::id).collect(Collectors.toSet()),
                        lapsed.stream().map(Decision::stage).collect(Collectors.toSet())));
    }

    private static boolean isStale(Request request, Decision decision, Command.Conclude command) {
        return decision.at().plus(request.path().freshness()).isBefore(command.at());
    }

    /** The events, and that the stage has what it needs if it has it after them. */
    static Answer settled(Request request, String stage, List<Event> events) {
        List<Event> all = new ArrayList<>(events);
        if (isMet(request, stage, events)) {
            all.add(new Event.StageSatisfied(stage));
        }
        return new Answer.Accepted(all);
    }

    private static boolean isMet(Request request, String id, List<Event> events) {
        Request after = Evolution.apply(request, events);
        Stage stage = after.stage(id).orElseThrow();
        return stage.state() == Stage.State.ACTIVE && new Tally(after, stage).isMet();
    }

    static RequestState agreed(Request request) {
        return request.ask().emergency() ? RequestState.RATIFIED : RequestState.APPROVED;
    }

    static RequestState refusedBy(Request request) {
        return request.ask().emergency() ? RequestState.REPUDIATED : RequestState.REJECTED;
    }

    static RequestState unheard(Request request) {
        return request.ask().emergency() ? RequestState.REPUDIATED : RequestState.EXPIRED;
    }

    static Refusal alreadyDecided(Request request) {
        boolean decided = request.state() == agreed(request) || request.state() == refusedBy(request);
        String by = decided && !request.standing().isEmpty()
                ? request.standing().getLast().personName()
                : null;
        return new Refusal.AlreadyDecided(request.state(), by);
    }

    static Answer accepted(Event... events) {
        return new Answer.Accepted(List.of(events));
    }

    static Answer refused(Refusal refusal) {
        return new Answer.Refused(refusal);
    }
}
