package io.gatehouse.identity.engagements;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.engagements.EngagementBooks.Change;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** A provider's people are engaged for its customers, one by one or many at once. */
@Service
final class Assignments {

    private final Transactions transactions;
    private final EngagementStore store;
    private final Engagements engagements;
    private final EngagementBooks books;
    private final Persons persons;
    private final EngagementSettings settings;
    private final Clock clock;

    Assignments(
            Transactions transactions,
            EngagementStore store,
            Engagements engagements,
            EngagementBooks books,
            Persons persons,
            EngagementSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.engagements = engagements;
        this.books = books;
        this.persons = persons;
        this.settings = settings;
        this.clock = clock;
    }

    /** What giving the terms would do. */
    List<Outcome> preview(Caller caller, Collection<Cell> cells, Terms terms) {
        check(terms);
        return transactions.installation(() -> {
            AssignmentPlan plan = plan(caller, cells);
            return distinct(cells).map(cell -> plan.give(cell, terms)).toList();
        });
    }

    /** Gives the terms wherever nothing speaks against it, all at once. */
    List<Outcome> give(Caller caller, Collection<Cell> cells, Terms terms) {
        check(terms);
        return change(caller, cells, (plan, changes) -> {
            PersonRef giver = persons.find(caller.person()).orElseThrow();
            Instant now = clock.instant();
            return distinct(cells)
                    .map(cell -> {
                        Outcome outcome = plan.give(cell, terms);
                        if (outcome.changesSomething()) {
                            Engagement before = plan.open().get(cell);
                            changes.add(engagements.give(
                                    Engagement.begin(parties(plan, cell), terms, giver, now, before), before));
                        }
                        return outcome;
                    })
                    .toList();
        });
    }

    /** Ends what is in force in these cells. */
    List<Outcome> end(Caller caller, Collection<Cell> cells, String reason) {
        return change(
                caller,
                cells,
                (plan, changes) -> distinct(cells)
                        .map(cell -> {
                            Outcome outcome = plan.end(cell);
                            Engagement open = plan.open().get(cell);
                            if (outcome.changesSomething() && open != null) {
                                changes.add(engagements.end(
                                        open,
                                        EndCause.BY_PROVIDER,
                                        caller.person().value(),
                                        reason));
                            }
                            return outcome;
                        })
                        .toList());
    }

    private interface Step {
        List<Outcome> run(AssignmentPlan plan, List<Change> changes);
    }

    private List<Outcome> change(Caller caller, Collection<Cell> cells, Step step) {
        return transactions.installation(caller.scope(), () -> {
            engagements.lock(caller.scope().organization());
            List<Change> changes = new ArrayList<>();
            List<Outcome> outcomes = step.run(plan(caller, cells), changes);
            books.tell(caller.scope().actor(), changes);
            return outcomes;
        });
    }

    private AssignmentPlan plan(Caller caller, Collection<Cell> cells) {
        OrganizationId provider = caller.scope().organization();
        List<OrganizationId> customers = cells.stream().map(Cell::customerId).toList();
        List<PersonId> people = cells.stream().map(Cell::personId).distinct().toList();
        Map<PersonId, Membership> members = persons.members(provider, people).stream()
                .collect(Collectors.toMap(member -> member.person().id(), Function.identity()));
        Map<Cell, Engagement> open = store.open(provider, people, customers).stream()
                .collect(Collectors.toMap(
                        engagement -> new Cell(engagement.person().id(), engagement.customerId()),
                        Function.identity()));
        return new AssignmentPlan(caller, members, store.customers(provider, customers), open);
    }

    private static Engagement.Parties parties(AssignmentPlan plan, Cell cell) {
        Membership member = plan.members().get(cell.personId());
        String customer = plan.customers().get(cell.customerId());
        if (member == null || customer == null) {
            throw new IllegalStateException("The plan refuses strangers");
        }
        return new Engagement.Parties(member.organization(), cell.customerId(), customer, member.person());
    }

    private static Stream<Cell> distinct(Collection<Cell> cells) {
        return cells.stream().distinct();
    }

    private void check(Terms terms) {
        Instant now = clock.instant();
        Instant expires = terms.expiresAt();
        if (expires != null && !expires.isAfter(now)) {
            throw invalid("must be in the future");
        }
        if (terms.level() == EngagementLevel.EMERGENCY) {
            checkEmergency(expires == null ? Instant.MAX : expires, now, settings.longestEmergency());
        }
    }

    /** Refuses an emergency without a near end. */
    static void checkEmergency(Instant expires, Instant now, Duration longest) {
        if (expires.isAfter(now.plus(longest))) {
            throw invalid("must be at most " + longest.toMinutes() + " minutes ahead, for an emergency");
        }
    }

    private static ProblemException invalid(String message) {
        return new ProblemException(
                CommonProblem.INVALID,
                "This engagement cannot be given",
                List.of(new ProblemException.FieldError("expiresAt", message)));
    }
}
