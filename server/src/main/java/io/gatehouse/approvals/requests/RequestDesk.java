package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.PolicyView;
import io.gatehouse.approvals.RequestFigures;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestQuery;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.approvals.engine.Approver;
import io.gatehouse.approvals.engine.Command;
import io.gatehouse.approvals.engine.Engine;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.identity.People;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The face of the module: makes commands out of calls, and reads. */
@Component
final class RequestDesk implements Approvals {

    private static final int MOST_DAYS = 100;

    private final Transactions transactions;
    private final RequestProcess process;
    private final RequestStore requests;
    private final DecisionStore decisions;
    private final PolicyStore policies;
    private final FigureStore figures;
    private final Executors executors;
    private final People people;
    private final Clock clock;

    RequestDesk(
            Transactions transactions,
            RequestProcess process,
            RequestStore requests,
            DecisionStore decisions,
            PolicyStore policies,
            FigureStore figures,
            Executors executors,
            People people,
            Clock clock) {
        this.transactions = transactions;
        this.process = process;
        this.requests = requests;
        this.decisions = decisions;
        this.policies = policies;
        this.figures = figures;
        this.executors = executors;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public RequestView submit(OrganizationScope scope, NewRequest request) {
        return transactions.write(scope, () -> process.submit(scope, person(scope), request, now()));
    }

    @Override
    public RequestView approve(
            OrganizationScope scope,
            RequestId request,
            ContentHash seen,
            Map<String, String> terms,
            @Nullable Statement comment) {
        UUID decision = Ids.next();
        return transactions.write(scope, () -> {
            var command = new Command.Approve(
                    decision, approver(scope, process.read(scope, request)), seen, terms, comment, now());
            return process.change(scope, request, "request.approve", command);
        });
    }

    @Override
    public RequestView deny(OrganizationScope scope, RequestId request, ContentHash seen, @Nullable Statement reason) {
        UUID decision = Ids.next();
        return transactions.write(scope, () -> {
            var command =
                    new Command.Deny(decision, approver(scope, process.read(scope, request)), seen, reason, now());
            return process.change(scope, request, "request.deny", command);
        });
    }

    @Override
    public RequestView withdraw(OrganizationScope scope, RequestId request) {
        return transactions.write(
                scope,
                () -> process.change(scope, request, "request.withdraw", new Command.Withdraw(person(scope), now())));
    }

    @Override
    public Optional<RequestView> find(OrganizationScope scope, RequestId request) {
        return transactions.read(
                scope, () -> requests.find(scope, request).map(row -> row.view(decisions.of(scope, request))));
    }

    @Override
    public Map<RequestId, RequestView> findAll(OrganizationScope scope, Collection<RequestId> ids) {
        return transactions.read(scope, () -> {
            Map<RequestId, RequestView> all = new LinkedHashMap<>();
            views(scope, requests.findAll(scope, ids)).forEach(view -> all.put(view.id(), view));
            return all;
        });
    }

    @Override
    public Page<RequestView> list(OrganizationScope scope, RequestQuery query) {
        return transactions.read(scope, () -> {
            Page<RequestRow> page = requests.list(scope, query);
            return new Page<>(views(scope, page.items()), page.next());
        });
    }

    private List<RequestView> views(OrganizationScope scope, List<RequestRow> rows) {
        var made = decisions.of(scope, rows.stream().map(RequestRow::id).toList());
        return rows.stream()
                .map(row -> row.view(made.getOrDefault(row.id(), List.of())))
                .toList();
    }

    @Override
    public Optional<String> whyNot(OrganizationScope scope, RequestId id) {
        return transactions.read(scope, () -> {
            Request request = process.read(scope, id);
            return Engine.objection(request, approver(scope, request)).map(Refusals::words);
        });
    }

    @Override
    public RequestFigures figures(OrganizationScope scope, LocalDate from, LocalDate to, ZoneId zone) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw CommonProblem.INVALID.because("from must not be after to, nor " + MOST_DAYS + " days before it");
        }
        return transactions.read(scope, () -> figures.figures(scope, from, to, zone));
    }

    @Override
    public List<PolicyView> policies(OrganizationScope scope) {
        return transactions.read(
                scope,
                () -> executors.kinds().stream()
                        .map(kind -> policies.inForce(scope, kind))
                        .toList());
    }

    /** With what the person may do for the team of who asked, besides what they may do for everybody. */
    private Approver approver(OrganizationScope scope, Request request) {
        PersonId person = person(scope);
        return new Approver(
                person, scope.actor().displayName(), people.permissionsOver(scope, person, request.requester()));
    }

    private static PersonId person(OrganizationScope scope) {
        UUID id = scope.actor().id();
        if (scope.actor().type() != Actor.Type.PERSON || id == null) {
            throw ApprovalProblem.NOT_AN_APPROVER.because("Only people ask and decide");
        }
        return new PersonId(id);
    }

    /** As the database keeps it, so that what is answered now equals what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
