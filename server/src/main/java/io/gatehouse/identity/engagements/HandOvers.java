package io.gatehouse.identity.engagements;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.engagements.EngagementBooks.Change;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** All customers of one person go to another in one step. Undone by handing back. */
@Service
final class HandOvers {

    private final Transactions transactions;
    private final EngagementStore store;
    private final Engagements engagements;
    private final EngagementBooks books;
    private final Persons persons;
    private final Clock clock;

    HandOvers(
            Transactions transactions,
            EngagementStore store,
            Engagements engagements,
            EngagementBooks books,
            Persons persons,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.engagements = engagements;
        this.books = books;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * From whom to whom, and why.
     *
     * @param customers only these; null for all
     */
    record Order(
            PersonId from,
            PersonId to,
            String reason,
            @Nullable Set<OrganizationId> customers) {

        boolean concerns(Engagement engagement) {
            return customers == null || customers.contains(engagement.customerId());
        }
    }

    /** What would become of each customer. */
    List<Outcome> preview(Caller caller, Order order) {
        return transactions.installation(() -> {
            Membership heir = heir(caller, order);
            Map<OrganizationId, Engagement> own =
                    byCustomer(caller.scope(), heir.person().id());
            return store.open(caller.scope().organization(), order.from()).stream()
                    .filter(order::concerns)
                    .map(engagement -> outcome(engagement, heir, own.get(engagement.customerId())))
                    .toList();
        });
    }

    /** Hands over; what the other holds already stays as it is, and the first one's engagement there ends. */
    List<Outcome> run(Caller caller, Order order) {
        return transactions.installation(caller.scope(), () -> {
            engagements.lock(caller.scope().organization());
            return move(caller.scope(), heir(caller, order), order);
        });
    }

    /** Part of somebody's departure: in the open transaction, checked by whoever lets them go. */
    void run(OrganizationScope provider, Order order) {
        engagements.lock(provider.organization());
        persons.membership(provider.organization(), order.to()).ifPresent(heir -> move(provider, heir, order));
    }

    private List<Outcome> move(OrganizationScope provider, Membership heir, Order order) {
        Optional<PersonRef> giver = Optional.ofNullable(provider.actor().id())
                .filter(_ -> provider.actor().type() == Actor.Type.PERSON)
                .flatMap(id -> persons.find(new PersonId(id)));
        Map<OrganizationId, Engagement> own = byCustomer(provider, heir.person().id());
        List<Change> changes = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<Engagement> handed = store.open(provider.organization(), order.from()).stream()
                .filter(order::concerns)
                .toList();
        for (Engagement engagement : handed) {
            Outcome outcome = outcome(engagement, heir, own.get(engagement.customerId()));
            outcomes.add(outcome);
            changes.add(engagements.end(
                    engagement, EndCause.HANDED_OVER, provider.actor().id(), order.reason()));
            if (outcome.changesSomething()) {
                changes.add(engagements.give(taken(engagement, heir, order, giver.orElse(heir.person())), null));
            }
        }
        books.tell(provider.actor(), changes);
        return outcomes;
    }

    /** An emergency is one person's: what it had replaced goes on. */
    private Engagement taken(Engagement engagement, Membership heir, Order order, PersonRef giver) {
        Engagement lasting = lasting(engagement);
        return Engagement.begin(
                new Engagement.Parties(
                        engagement.providerId(), engagement.customerId(), engagement.customerName(), heir.person()),
                new Terms(lasting.level(), lasting.expiresAt(), order.reason()),
                giver,
                clock.instant(),
                null);
    }

    private Engagement lasting(Engagement engagement) {
        return Optional.ofNullable(engagement.formerId())
                .flatMap(former -> store.find(engagement.customerId(), former))
                .orElse(engagement);
    }

    private Outcome outcome(Engagement engagement, Membership heir, @Nullable Engagement own) {
        Cell cell = new Cell(heir.person().id(), engagement.customerId());
        if (own != null) {
            return new Outcome(
                    cell.personId(),
                    cell.customerId(),
                    Outcome.Effect.REFUSED,
                    Outcome.Refusal.HAS_OWN,
                    own.level(),
                    own.expiresAt());
        }
        return lasting(engagement).level() == EngagementLevel.EMERGENCY
                ? Outcome.refused(cell, Outcome.Refusal.EMERGENCY)
                : Outcome.of(cell, Outcome.Effect.BEGUN, engagement);
    }

    private Membership heir(Caller caller, Order order) {
        if (order.from().equals(order.to())) {
            throw invalid("must be another person");
        }
        if (caller.is(order.to())) {
            throw CommonProblem.CONFLICT.because("Nobody engages themselves: ask another administrator");
        }
        Membership heir = persons.membership(caller.scope().organization(), order.to())
                .orElseThrow(() -> invalid("must be an active member of the provider"));
        RoleRules.checkEngageable(heir.permissions(), caller);
        return heir;
    }

    private Map<OrganizationId, Engagement> byCustomer(OrganizationScope provider, PersonId person) {
        return store.open(provider.organization(), person).stream()
                .collect(Collectors.toMap(Engagement::customerId, Function.identity()));
    }

    private static ProblemException invalid(String message) {
        return new ProblemException(
                CommonProblem.INVALID,
                "The customers cannot be handed over",
                List.of(new ProblemException.FieldError("to", message)));
    }
}
