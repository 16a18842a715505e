package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.FormerVersion;
import io.gatehouse.approvals.Inbox;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestFigures;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestQuery;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.approvals.engine.Approver;
import io.gatehouse.approvals.engine.Command;
import io.gatehouse.approvals.engine.Engine;
import io.gatehouse.approvals.engine.Refusal;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The face of the module: makes commands out of calls, and reads. */
@Component
final class RequestDesk implements Approvals {

    private static final int MOST_DAYS = 100;

    private final Transactions transactions;
    private final RequestProcess process;
    private final RequestStore requests;
    private final AssignmentStore assignments;
    private final VersionStore versions;
    private final FigureStore figures;
    private final Staffing staffing;
    private final Reaches reaches;
    private final Clock clock;

    RequestDesk(
            Transactions transactions,
            RequestProcess process,
            RequestStore requests,
            AssignmentStore assignments,
            VersionStore versions,
            FigureStore figures,
            Staffing staffing,
            Reaches reaches,
            Clock clock) {
        this.transactions = transactions;
        this.process = process;
        this.requests = requests;
        this.assignments = assignments;
        this.versions = versions;
        this.figures = figures;
        this.staffing = staffing;
        this.reaches = reaches;
        this.clock = clock;
    }

    @Override
    public RequestView submit(OrganizationScope scope, NewRequest request) {
        return transactions.write(scope, () -> process.submit(scope, person(scope), request, now()));
    }

    @Override
    public RequestView take(OrganizationScope scope, NewRequest request, String decided) {
        return transactions.write(scope, () -> process.take(scope, person(scope), request, decided, now()));
    }

    @Override
    public RequestView approve(
            OrganizationScope scope,
            RequestId request,
            ContentHash seen,
            Means means,
            Map<String, String> terms,
            @Nullable Statement comment) {
        return verdict(
                scope,
                request,
                "request.approve",
                (id, by) -> new Command.Approve(id, by, seen, means, terms, comment, now()));
    }

    @Override
    public RequestView deny(
            OrganizationScope scope, RequestId request, ContentHash seen, Means means, @Nullable Statement reason) {
        return verdict(
                scope, request, "request.deny", (id, by) -> new Command.Deny(id, by, seen, means, reason, now()));
    }

    @Override
    public RequestView abstain(
            OrganizationScope scope, RequestId request, ContentHash seen, Means means, @Nullable Statement comment) {
        return verdict(
                scope,
                request,
                "request.abstain",
                (id, by) -> new Command.Abstain(id, by, seen, means, comment, now()));
    }

    @Override
    public RequestView askBack(
            OrganizationScope scope, RequestId request, ContentHash seen, Means means, @Nullable Statement question) {
        return verdict(
                scope,
                request,
                "request.ask-back",
                (id, by) -> new Command.AskBack(id, by, seen, means, question, now()));
    }

    private RequestView verdict(
            OrganizationScope scope, RequestId request, String action, BiFunction<UUID, Approver, Command> command) {
        UUID decision = Ids.next();
        return transactions.write(
                scope,
                () -> process.change(scope, request, action, kept -> command.apply(decision, approver(scope, kept))));
    }

    @Override
    public RequestView revise(OrganizationScope scope, RequestId request, NewRequest next) {
        return transactions.write(scope, () -> process.revise(scope, person(scope), request, next, now()));
    }

    @Override
    public void count(OrganizationScope scope, RequestId request) {
        transactions.write(scope, () -> process.count(scope, request));
    }

    @Override
    public RequestView withdraw(OrganizationScope scope, RequestId request) {
        return transactions.write(
                scope,
                () -> process.change(
                        scope, request, "request.withdraw", _ -> new Command.Withdraw(person(scope), now())));
    }

    @Override
    public Optional<RequestView> find(OrganizationScope scope, RequestId request) {
        return transactions.read(scope, () -> requests.find(scope, request).map(KeptRequest::view));
    }

    @Override
    public Map<RequestId, RequestView> findAll(OrganizationScope scope, Collection<RequestId> ids) {
        return transactions.read(scope, () -> {
            Map<RequestId, RequestView> all = new LinkedHashMap<>();
            requests.findAll(scope, ids).forEach(kept -> all.put(kept.id(), kept.view()));
            return all;
        });
    }

    @Override
    public Page<RequestView> list(OrganizationScope scope, RequestQuery query) {
        return transactions.read(scope, () -> requests.list(scope, query).map(KeptRequest::view));
    }

    @Override
    public Inbox inbox(OrganizationScope scope, @Nullable String cursor, int limit) {
        PersonId person = person(scope);
        return transactions.read(scope, () -> {
            Reach reach = reaches.of(scope, person);
            Page<RequestId> page = assignments.inbox(scope, person, reach, cursor, limit);
            Map<RequestId, RequestView> views = findAll(scope, page.items());
            List<RequestView> items = page.items().stream()
                    .map(views::get)
                    .filter(Objects::nonNull)
                    .toList();
            return new Inbox(new Page<>(items, page.next()), assignments.count(scope, person, reach));
        });
    }

    @Override
    public boolean asks(OrganizationScope scope, RequestId request) {
        PersonId person = person(scope);
        return transactions.read(scope, () -> assignments.asks(scope, request, person, reaches.of(scope, person)));
    }

    @Override
    public List<FormerVersion> formerVersions(OrganizationScope scope, RequestId request) {
        return transactions.read(scope, () -> versions.of(scope, request));
    }

    @Override
    public Optional<String> whyNot(OrganizationScope scope, RequestId id) {
        return transactions.read(scope, () -> objection(scope, id).map(Refusals::words));
    }

    @Override
    public void checkMayDecide(OrganizationScope scope, RequestId id) {
        transactions.read(scope, () -> objection(scope, id)).ifPresent(refusal -> {
            throw Refusals.problem(refusal);
        });
    }

    private Optional<Refusal> objection(OrganizationScope scope, RequestId id) {
        KeptRequest kept = process.read(scope, id);
        return Engine.objection(kept.request(), approver(scope, kept));
    }

    @Override
    public RequestFigures figures(OrganizationScope scope, LocalDate from, LocalDate to, ZoneId zone) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw CommonProblem.INVALID.because("from must not be after to, nor " + MOST_DAYS + " days before it");
        }
        return transactions.read(scope, () -> figures.figures(scope, from, to, zone));
    }

    private Approver approver(OrganizationScope scope, KeptRequest kept) {
        return staffing.approver(
                scope,
                kept.request(),
                kept.asked().kind(),
                person(scope),
                staffing.around(scope, kept.request(), kept.asked()));
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
