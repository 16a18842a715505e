package io.gatehouse.approvals.delegations;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.policies.Staff;
import io.gatehouse.identity.Caller;
import io.gatehouse.identity.DelegationGiven;
import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Place;
import io.gatehouse.identity.Places;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives and ends delegations. */
@Component
final class Delegations {

    private static final int MOST = 20;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Transactions transactions;
    private final DelegationStore store;
    private final People people;
    private final Places places;
    private final Staff staff;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Delegations(
            Transactions transactions,
            DelegationStore store,
            People people,
            Places places,
            Staff staff,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.people = people;
        this.places = places;
        this.staff = staff;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A delegation to be given.
     *
     * @param email of the member who shall decide
     * @param startsAt null or in the past: at once
     * @param kind of the requests; null: of every kind
     * @param team whose people's requests; null: everybody's
     */
    record Wanted(
            String email,
            @Nullable Instant startsAt,
            Instant endsAt,
            @Nullable String kind,
            @Nullable TeamId team) {}

    List<Delegation> of(OrganizationScope scope, PersonId person) {
        return transactions.read(scope, () -> store.of(scope, person));
    }

    /** Somebody hands their own right on, or an administrator that of somebody absent, to anybody but themselves. */
    Delegation give(Caller caller, PersonId from, Wanted wanted) {
        OrganizationScope scope = caller.scope();
        return transactions.write(scope, () -> {
            store.lock(scope);
            Delegation given = checked(caller, from, wanted, now());
            store.insert(scope, given);
            ledger.append(scope, DelegationEntries.given(given));
            events.publishEvent(new DelegationGiven(scope.organization(), given.id(), false));
            if (!caller.is(from)) {
                events.publishEvent(new DelegationGiven(scope.organization(), given.id(), true));
            }
            return given;
        });
    }

    private Delegation checked(Caller caller, PersonId from, Wanted wanted, Instant now) {
        OrganizationScope scope = caller.scope();
        Place delegator = places.of(scope, List.of(from)).get(from);
        if (delegator == null || !delegator.member()) {
            throw CommonProblem.NOT_FOUND.because("There is no such active member here");
        }
        PersonRef delegate = people.memberByEmail(scope, wanted.email().strip())
                .orElseThrow(() -> invalid("No active member of this organization has that e-mail address"));
        if (delegate.id().equals(from)) {
            throw invalid("Nobody decides in their own place: name somebody else");
        }
        if (caller.is(delegate.id())) {
            throw invalid("Nobody takes over somebody else's right themselves: name another person, or let another "
                    + "administrator do it");
        }
        Instant starts = wanted.startsAt() == null || wanted.startsAt().isBefore(now) ? now : micros(wanted.startsAt());
        Instant ends = micros(wanted.endsAt());
        checkTimes(now, starts, ends);
        checkExtent(scope, wanted);
        checkLines(scope, new Lines.Edge(from, delegate.id()), delegate, starts, ends);
        return new Delegation(
                Ids.next(),
                party(delegator.person()),
                party(delegate),
                starts,
                ends,
                wanted.kind(),
                wanted.team(),
                new Delegation.Party(caller.person(), scope.actor().displayName()),
                now,
                null);
    }

    private static void checkTimes(Instant now, Instant starts, Instant ends) {
        if (!starts.isBefore(ends)) {
            throw invalid("It must end after it starts, and after now");
        }
        if (ends.isAfter(now.plus(LONGEST))) {
            throw invalid("It must end within " + LONGEST.toDays() + " days");
        }
    }

    private void checkExtent(OrganizationScope scope, Wanted wanted) {
        String kind = wanted.kind();
        if (kind != null && !staff.kinds().contains(kind)) {
            throw invalid("kind must be one of " + staff.kinds());
        }
        TeamId team = wanted.team();
        if (team != null && people.inTeams(scope, List.of(team)).isEmpty()) {
            throw invalid("team must be a team of this organization with people in it");
        }
    }

    private void checkLines(
            OrganizationScope scope, Lines.Edge more, PersonRef delegate, Instant starts, Instant ends) {
        List<Lines.Edge> edges = store.edges(scope, starts, ends);
        if (edges.stream().filter(edge -> edge.from().equals(more.from())).count() >= MOST) {
            throw invalid("Nobody has more than " + MOST + " delegations at a time: end one first");
        }
        Lines lines = new Lines(edges);
        if (lines.closes(more)) {
            throw invalid(delegate.displayName() + " is away in that time too, and what they hand on comes back");
        }
        if (lines.isTooLong(more)) {
            throw invalid("A right is handed on three times at most: name somebody who is there in that time");
        }
    }

    /** Ends it at once, or takes it back before it starts. */
    Delegation end(OrganizationScope scope, UUID id, Predicate<Delegation> reach) {
        return transactions.write(scope, () -> {
            Delegation before = store.find(scope, id).filter(reach).orElseThrow(Delegations::missing);
            if (!store.end(scope, id, now())) {
                throw CommonProblem.CONFLICT.because("This delegation is over already");
            }
            Delegation after = store.find(scope, id).orElseThrow(Delegations::missing);
            ledger.append(scope, DelegationEntries.ended(before, after));
            return after;
        });
    }

    private static Delegation.Party party(PersonRef person) {
        return new Delegation.Party(person.id(), person.displayName());
    }

    private static RuntimeException invalid(String why) {
        return ApprovalProblem.DELEGATION_INVALID.because(why);
    }

    private static RuntimeException missing() {
        return CommonProblem.NOT_FOUND.because("There is no such delegation here");
    }

    private Instant now() {
        return micros(clock.instant());
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
