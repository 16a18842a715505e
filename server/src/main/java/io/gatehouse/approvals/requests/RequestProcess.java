package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Executor;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestAdvanced;
import io.gatehouse.approvals.RequestClosed;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestSubmitted;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.engine.Ask;
import io.gatehouse.approvals.engine.Command;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.State;
import io.gatehouse.approvals.policies.PublishedPolicies;
import io.gatehouse.approvals.policy.Edit;
import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.policy.PolicyView;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Runs the engine in the open transaction and keeps what comes of it: rows, what the door does, the book, the outbox. */
@Component
final class RequestProcess {

    /** Within what time the submissions of a person are counted. */
    private static final Duration PACE = Duration.ofHours(1);

    private final RequestStore requests;
    private final StageStore stages;
    private final AssignmentStore assignments;
    private final DecisionStore decisions;
    private final VersionStore versions;
    private final PublishedPolicies policies;
    private final Routing routing;
    private final Executors executors;
    private final Deciding deciding;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final RequestSettings settings;

    RequestProcess(
            RequestStore requests,
            StageStore stages,
            AssignmentStore assignments,
            DecisionStore decisions,
            VersionStore versions,
            PublishedPolicies policies,
            Routing routing,
            Executors executors,
            Deciding deciding,
            Ledger ledger,
            ApplicationEventPublisher events,
            RequestSettings settings) {
        this.requests = requests;
        this.stages = stages;
        this.assignments = assignments;
        this.decisions = decisions;
        this.versions = versions;
        this.policies = policies;
        this.routing = routing;
        this.executors = executors;
        this.deciding = deciding;
        this.ledger = ledger;
        this.events = events;
        this.settings = settings;
    }

    RequestView submit(OrganizationScope scope, PersonId requester, NewRequest asked, Instant now) {
        return submit(scope, requester, asked, now, null);
    }

    /** What was decided beforehand ends at once: it is shown which path it would have taken, and why it did not. */
    RequestView take(OrganizationScope scope, PersonId requester, NewRequest asked, String decided, Instant now) {
        return submit(scope, requester, asked, now, decided);
    }

    private RequestView submit(
            OrganizationScope scope, PersonId requester, NewRequest asked, Instant now, @Nullable String decided) {
        Executor executor = executors.of(asked.kind());
        PolicyView policy = policies.inForce(scope, asked.kind());
        ContentHash hash = Documents.hash(asked, requester);
        Ask ask = new Ask(new RequestId(Ids.next()), requester, executor.beneficiaries(scope, asked), false, now);
        Routing.Way way = routing.way(scope, policy.policy(), asked, requester);
        long number = requests.nextNumber(scope);
        refuseFlood(scope, requester, now);
        Command command = decided == null
                ? new Command.Submit(ask, hash, way.path(), way.skipped(), Set.of())
                : new Command.Take(ask, hash, way.path(), decided);
        Deciding.Outcome outcome = deciding.decide(scope, new State.None(), asked, command);
        KeptRequest kept = new KeptRequest(
                outcome.request(),
                number,
                asked,
                scope.actor().displayName(),
                policy.version(),
                decided == null ? way.why() : way.why().because(decided),
                null);
        executor.opened(scope, kept.view());
        return keep(scope, kept.request().isOpen() ? kept : carriedOut(scope, kept), outcome);
    }

    private RequestView keep(OrganizationScope scope, KeptRequest kept, Deciding.Outcome outcome) {
        if (!requests.insert(scope, kept)) {
            throw ApprovalProblem.ALREADY_OPEN.because(
                    "You have an open request for " + kept.asked().title() + " already");
        }
        stages.write(scope, null, outcome.request());
        assignments.write(scope, null, outcome.request(), outcome.around());
        ledger.append(scope, RequestEntries.submitted(kept));
        events.publishEvent(
                kept.request().isOpen()
                        ? new RequestSubmitted(scope.organization(), kept.id())
                        : new RequestClosed(scope.organization(), kept.id()));
        return kept.view();
    }

    /** Counted while the organization's number is held, so that requests sent at once count too. */
    private void refuseFlood(OrganizationScope scope, PersonId requester, Instant now) {
        RequestStore.Pace pace = requests.pace(scope, requester, now.minus(PACE));
        if (pace.open() >= settings.mostOpen()) {
            throw ApprovalProblem.TOO_MANY_REQUESTS.because("You have " + settings.mostOpen()
                    + " open requests: wait until some are decided, or take some back");
        }
        if (pace.recent() >= settings.mostPerHour()) {
            throw ApprovalProblem.TOO_MANY_REQUESTS.because(
                    "You have sent " + settings.mostPerHour() + " requests within an hour: go on later");
        }
    }

    /** Somebody changes a request: what they want is told from how it stands once it is locked. */
    RequestView change(OrganizationScope scope, RequestId id, String action, Function<KeptRequest, Command> command) {
        KeptRequest before = locked(scope, id);
        return keep(scope, action, before, before, command.apply(before));
    }

    /** Somebody voted: the stages that wait for votes go on or end, if these are enough. */
    void count(OrganizationScope scope, RequestId id) {
        KeptRequest before = locked(scope, id);
        deciding.count(scope, before.request(), before.asked())
                .ifPresent(command -> keep(scope, "request.count-votes", before, before, command));
    }

    /** The requester asks for something else from now on: what is known of it is looked up anew, and it is routed anew. */
    RequestView revise(OrganizationScope scope, PersonId editor, RequestId id, NewRequest next, Instant now) {
        KeptRequest before = locked(scope, id);
        PersonId requester = before.request().ask().requester();
        if (!requester.equals(editor)) {
            throw ApprovalProblem.NOT_THE_REQUESTER.because("Only who asked can change this request");
        }
        Edit edit = edit(before.asked(), next);
        Policy policy = policies.version(scope, next.kind(), before.policyVersion());
        Routing.Way way = routing.way(scope, policy, next, requester);
        Command revise =
                new Command.Revise(editor, Documents.hash(next, requester), edit, way.path(), way.skipped(), now);
        KeptRequest routed = edit == Edit.MATERIAL ? before.with(way.why()) : before;
        RequestView after = keep(scope, "request.revise", before, routed.with(next), revise);
        versions.insert(scope, before, now);
        return after;
    }

    /** Words alone are cosmetic; whether another subject is narrower only its door could tell. */
    private static Edit edit(NewRequest before, NewRequest after) {
        if (!after.kind().equals(before.kind()) || !after.subjectKey().equals(before.subjectKey())) {
            throw CommonProblem.INVALID.because(
                    "A request stays about what it was made for: ask anew for another thing");
        }
        return after.subject().equals(before.subject()) ? Edit.COSMETIC : Edit.MATERIAL;
    }

    private KeptRequest locked(OrganizationScope scope, RequestId id) {
        return requests.lock(scope, id).orElseThrow(RequestProcess::missing).intact();
    }

    private RequestView keep(
            OrganizationScope scope, String action, KeptRequest before, KeptRequest next, Command command) {
        Deciding.Outcome outcome = deciding.decide(scope, before.request(), next.asked(), command);
        Request request = outcome.request();
        request.decisions().stream()
                .skip(before.request().decisions().size())
                .forEach(decision -> decisions.insert(scope, before.id(), decision));
        stages.write(scope, before.request(), request);
        assignments.write(scope, before.request(), request, outcome.around());
        KeptRequest after = next.with(request);
        if (!request.isOpen()) {
            after = carriedOut(scope, after);
        }
        requests.update(scope, after);
        ledger.append(scope, RequestEntries.changed(action, before, after));
        events.publishEvent(
                request.isOpen()
                        ? new RequestAdvanced(scope.organization(), before.id())
                        : new RequestClosed(scope.organization(), before.id()));
        return after.view();
    }

    private KeptRequest carriedOut(OrganizationScope scope, KeptRequest closed) {
        Executor executor = executors.of(closed.asked().kind());
        executor.closed(scope, closed.view());
        return closed.request().state() == RequestState.APPROVED
                ? closed.withResult(executor.execute(scope, closed.view()))
                : closed;
    }

    KeptRequest read(OrganizationScope scope, RequestId id) {
        return requests.find(scope, id).orElseThrow(RequestProcess::missing);
    }

    private static RuntimeException missing() {
        return ApprovalProblem.NO_SUCH_REQUEST.because("There is no such request here");
    }
}
