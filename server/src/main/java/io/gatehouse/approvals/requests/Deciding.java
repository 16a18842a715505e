package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.NewRequest;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Runs a command through the engine, and then all that follows from it: stages begin, and the request is concluded. */
@Component
final class Deciding {

    private final Staffing staffing;
    private final Clock clock;

    Deciding(Staffing staffing, Clock clock) {
        this.staffing = staffing;
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
        Request request = begin(scope, first, around);
        while (request.isComplete()) {
            request = begin(scope, conclude(scope, request, asked, around), around);
        }
        return new Outcome(request, around);
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
