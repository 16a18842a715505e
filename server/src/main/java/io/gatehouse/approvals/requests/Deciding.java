package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.Poll;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.engine.Answer;
import io.gatehouse.approvals.engine.Command;
import io.gatehouse.approvals.engine.Engine;
import io.gatehouse.approvals.engine.Event;
import io.gatehouse.approvals.engine.Evolution;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.Roster;
import io.gatehouse.approvals.engine.Stage;
import io.gatehouse.approvals.engine.State;
import io.gatehouse.kernel.OrganizationScope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Runs a command through the engine, and then all that follows from it: stages begin, and the request is concluded. */
@Component
final class Deciding {

    private final Staffing staffing;
    private final Executors executors;
    private final Clock clock;

    Deciding(Staffing staffing, Executors executors, Clock clock) {
        this.staffing = staffing;
        this.executors = executors;
        this.clock = clock;
    }

    /**
     * What came of a command.
     *
     * @param around looked up when somebody asks for it
     */
    record Outcome(Request request, Supplier<Surroundings> around) {}

    /**
     * @param asked what is asked for once the command is done
     * @throws io.gatehouse.kernel.ProblemException when the engine refuses
     */
    Outcome decide(OrganizationScope scope, State state, NewRequest asked, Command command) {
        Request first = apply(state, command);
        Supplier<Surroundings> around = SingletonSupplier.of(() -> staffing.around(scope, first, asked));
        Request request = goOn(scope, first, asked, around);
        while (request.isComplete()) {
            request = goOn(scope, conclude(scope, request, asked, around), asked, around);
        }
        return new Outcome(request, around);
    }

    /** Stages begin, and those for which there are votes enough let the next ones begin. */
    private Request goOn(OrganizationScope scope, Request request, NewRequest asked, Supplier<Surroundings> around) {
        Request next = begin(scope, request, around);
        Optional<Command> count = count(scope, next, asked);
        while (count.isPresent()) {
            next = begin(scope, apply(next, count.get()), around);
            count = count(scope, next, asked);
        }
        return next;
    }

    /** What votes do to the request now; empty when no stage waits for them, or when they come to nothing yet. */
    Optional<Command> count(OrganizationScope scope, Request request, NewRequest asked) {
        if (!request.isOpen() || request.state() == RequestState.CHANGES_REQUESTED) {
            return Optional.empty();
        }
        return request.stages().stream()
                .filter(stage ->
                        stage.state() == Stage.State.ACTIVE && stage.plan().isVote())
                .findFirst()
                .flatMap(stage -> {
                    Poll poll = executors.of(asked.kind()).poll(scope, asked);
                    return poll.decides()
                            ? Optional.of(new Command.Count(stage.plan().id(), poll, now()))
                            : Optional.empty();
                });
    }

    private Request begin(OrganizationScope scope, Request request, Supplier<Surroundings> around) {
        Request next = request;
        while (!next.due().isEmpty()) {
            Request now = next;
            Map<String, Map<String, Roster>> rosters = now.due().stream()
                    .collect(Collectors.toMap(
                            stage -> stage.plan().id(),
                            (Stage stage) -> staffing.rosters(scope, now, stage, around.get())));
            next = apply(now, new Command.Begin(rosters, now()));
        }
        return next;
    }

    /** Just before it is carried out, what would be is hashed anew and everybody's right is looked up anew. */
    private Request conclude(
            OrganizationScope scope, Request request, NewRequest asked, Supplier<Surroundings> around) {
        return apply(
                request,
                new Command.Conclude(
                        Documents.hash(asked, request.ask().requester()),
                        staffing.unfounded(scope, request, around.get()),
                        now()));
    }

    private static Request apply(State state, Command command) {
        List<Event> happened = switch (Engine.decide(state, command)) {
            case Answer.Accepted(var list) -> list;
            case Answer.Refused(var refusal) -> throw Refusals.problem(refusal);
        };
        return Evolution.apply(state, happened);
    }

    /** As the database keeps it, so that what is answered now equals what is read later. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
