package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Executor;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.PolicyView;
import io.gatehouse.approvals.RequestAdvanced;
import io.gatehouse.approvals.RequestClosed;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestSubmitted;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.engine.Answer;
import io.gatehouse.approvals.engine.Command;
import io.gatehouse.approvals.engine.Decision;
import io.gatehouse.approvals.engine.Engine;
import io.gatehouse.approvals.engine.Event;
import io.gatehouse.approvals.engine.Evolution;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.State;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Runs the engine in the open transaction and keeps what comes of it: rows, what the door does, the book, the outbox. */
@Component
final class RequestProcess {

    /** Within what time the submissions of a person are counted. */
    private static final Duration PACE = Duration.ofHours(1);

    private final RequestStore requests;
    private final StageStore stages;
    private final DecisionStore decisions;
    private final PolicyStore policies;
    private final Executors executors;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final RequestSettings settings;

    RequestProcess(
            RequestStore requests,
            StageStore stages,
            DecisionStore decisions,
            PolicyStore policies,
            Executors executors,
            Ledger ledger,
            ApplicationEventPublisher events,
            RequestSettings settings) {
        this.requests = requests;
        this.stages = stages;
        this.decisions = decisions;
        this.policies = policies;
        this.executors = executors;
        this.ledger = ledger;
        this.events = events;
        this.settings = settings;
    }

    RequestView submit(OrganizationScope scope, PersonId requester, NewRequest asked, Instant now) {
        Executor executor = executors.of(asked.kind());
        PolicyView policy = policies.inForce(scope, asked.kind());
        ContentHash hash = Documents.hash(asked, requester);
        RequestId id = new RequestId(Ids.next());
        Request request = decide(new State.None(), new Command.Submit(id, requester, hash, policy.policy(), now));
        long number = requests.nextNumber(scope);
        refuseFlood(scope, requester, now);
        RequestRow row = new RequestRow(
                id,
                number,
                request.state(),
                asked,
                requester,
                scope.actor().displayName(),
                hash,
                policy.version(),
                policy.policy(),
                now,
                null,
                null);
        if (!requests.insert(scope, row)) {
            throw ApprovalProblem.ALREADY_OPEN.because("You have an open request for " + asked.title() + " already");
        }
        stages.insert(scope, request);
        ledger.append(scope, RequestEntries.submitted(row));
        RequestView view = row.view(List.of());
        executor.opened(scope, view);
        events.publishEvent(new RequestSubmitted(scope.organization(), id));
        return view;
    }

    /** Counted while the organization's number is held, so that requests sent at once count too. */
    private void refuseFlood(OrganizationScope scope, PersonId requester, Instant now) {
        if (requests.open(scope, requester) >= settings.mostOpen()) {
            throw ApprovalProblem.TOO_MANY_REQUESTS.because("You have " + settings.mostOpen()
                    + " open requests: wait until some are decided, or take some back");
        }
        if (requests.since(scope, requester, now.minus(PACE)) >= settings.mostPerHour()) {
            throw ApprovalProblem.TOO_MANY_REQUESTS.because(
                    "You have sent " + settings.mostPerHour() + " requests within an hour: go on later");
        }
    }

    RequestView change(OrganizationScope scope, RequestId id, String action, Command command) {
        RequestRow row =
                requests.lock(scope, id).orElseThrow(RequestProcess::missing).intact();
        Request before = load(scope, row);
        Request after = decide(before, command);
        after.decisions().stream()
                .skip(before.decisions().size())
                .forEach(decision -> decisions.insert(scope, id, decision));
        stages.update(scope, before, after);
        return after.isOpen() ? advanced(scope, action, row, before, after) : closed(scope, action, row, before, after);
    }

    private RequestView advanced(
            OrganizationScope scope, String action, RequestRow row, Request before, Request after) {
        ledger.append(scope, RequestEntries.changed(action, row, row, before.decisions(), after.decisions()));
        events.publishEvent(new RequestAdvanced(scope.organization(), row.id()));
        return row.view(after.decisions());
    }

    private RequestView closed(OrganizationScope scope, String action, RequestRow row, Request before, Request after) {
        Executor executor = executors.of(row.asked().kind());
        List<Decision> made = after.decisions();
        RequestRow closed = row.after(after);
        executor.closed(scope, closed.view(made));
        if (after.state() == RequestState.APPROVED) {
            closed = closed.withResult(executor.execute(scope, closed.view(made)));
        }
        requests.close(scope, closed);
        ledger.append(scope, RequestEntries.changed(action, row, closed, before.decisions(), made));
        events.publishEvent(new RequestClosed(scope.organization(), row.id()));
        return closed.view(made);
    }

    /** The engine's view of a request, without a lock. */
    Request read(OrganizationScope scope, RequestId id) {
        return load(scope, requests.find(scope, id).orElseThrow(RequestProcess::missing));
    }

    private Request load(OrganizationScope scope, RequestRow row) {
        return row.request(stages.load(scope, row), decisions.of(scope, row.id()));
    }

    private static Request decide(State state, Command command) {
        List<Event> happened = switch (Engine.decide(state, command)) {
            case Answer.Accepted(var list) -> list;
            case Answer.Refused(var refusal) -> throw Refusals.problem(refusal);
        };
        return Evolution.apply(state, happened);
    }

    private static RuntimeException missing() {
        return ApprovalProblem.NO_SUCH_REQUEST.because("There is no such request here");
    }
}
