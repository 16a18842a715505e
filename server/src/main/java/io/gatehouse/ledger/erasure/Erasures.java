package io.gatehouse.ledger.erasure;

import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.LedgerProblem;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Has the book forget what it says of somebody. The database holds the rules as well: see {@code ledger.erase}. */
@Service
public final class Erasures {

    private final Transactions transactions;
    private final ErasureStore store;
    private final Ledger ledger;
    private final Clock clock;

    Erasures(Transactions transactions, ErasureStore store, Ledger ledger, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    ErasurePreview preview(OrganizationScope scope, UUID subject) {
        return transactions.read(scope, () -> store.preview(scope, subject));
    }

    List<Erasure> list(OrganizationScope scope) {
        return transactions.read(scope, () -> store.list(scope));
    }

    Erasure order(OrganizationScope scope, ErasureOrder order) {
        UUID orderedBy = orderedBy(scope, order);
        return transactions.write(scope, () -> {
            store.lock();
            ErasurePreview found = store.preview(scope, order.subject());
            if (found.values() == 0) {
                throw CommonProblem.NOT_FOUND.because("The book keeps no personal value of " + order.subject());
            }
            boolean kept = !found.holds().isEmpty();
            if (kept && !order.mayWait()) {
                throw LedgerProblem.KEPT_UNDER_HOLD.because(told(found.holds()));
            }
            Erasure erasure = erasure(order, found, orderedBy);
            if (kept) {
                await(scope, erasure);
            } else {
                carryOut(scope, erasure);
                store.insert(scope, erasure, null);
            }
            return erasure;
        });
    }

    void withdraw(OrganizationScope scope, UUID id) {
        transactions.write(scope, () -> {
            store.lock();
            Erasure waiting = store.waiting(scope).stream()
                    .map(ErasureStore.Waiting::erasure)
                    .filter(erasure -> erasure.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such order that waits"));
            store.close(scope, id, Erasure.State.WITHDRAWN, clock.instant());
            ledger.append(scope, entry("ledger.erase-withdraw", waiting));
        });
    }

    /** Carries out the orders that waited for holds which are over now, each as whoever gave it. */
    public void carryOutWaiting(OrganizationScope scope) {
        transactions.write(scope, () -> {
            store.lock();
            for (ErasureStore.Waiting waiting : store.waiting(scope)) {
                Erasure erasure = waiting.erasure();
                if (store.holdsOn(erasure.subject()).isEmpty()) {
                    Actor actor = Actor.person(new PersonId(erasure.orderedBy()), waiting.orderedByName());
                    carryOut(new OrganizationScope(scope.organization(), actor), erasure);
                    store.close(scope, erasure.id(), Erasure.State.DONE, clock.instant());
                }
            }
        });
    }

    private void carryOut(OrganizationScope scope, Erasure erasure) {
        store.lockSubject(erasure.subject());
        ledger.append(scope, entry("ledger.erase", erasure));
        store.erase(erasure.subject());
    }

    private void await(OrganizationScope scope, Erasure erasure) {
        if (store.waiting(scope).stream()
                .anyMatch(waiting -> waiting.erasure().subject().equals(erasure.subject()))) {
            throw CommonProblem.CONFLICT.because("An order to erase this waits for the end of holds already");
        }
        store.insert(scope, erasure, scope.actor().displayName());
        ledger.append(scope, entry("ledger.erase-later", erasure));
    }

    private Erasure erasure(ErasureOrder order, ErasurePreview found, UUID orderedBy) {
        boolean kept = !found.holds().isEmpty();
        return new Erasure(
                Ids.next(),
                order.subject(),
                found.subjectType(),
                order.reason().strip(),
                kept ? Erasure.State.WAITING : Erasure.State.DONE,
                orderedBy,
                clock.instant(),
                kept ? null : clock.instant());
    }

    /** Nobody gets rid of their own traces: somebody else answers for it. */
    private static UUID orderedBy(OrganizationScope scope, ErasureOrder order) {
        UUID actor = scope.actor().asPerson().map(PersonId::value).orElseThrow();
        if (actor.equals(order.subject())) {
            throw ProblemException.invalid("subject", "must not be yourself: somebody else has to order this");
        }
        if (scope.organization().value().equals(order.subject())) {
            throw ProblemException.invalid("subject", "must not be the organization");
        }
        return actor;
    }

    /** The name must not be the person's: it stays. */
    private static NewEntry entry(String action, Erasure erasure) {
        return NewEntry.of(
                        action,
                        erasure.subjectType(),
                        erasure.subject(),
                        erasure.subject().toString())
                .because(erasure.reason());
    }

    private static String told(List<ErasurePreview.Preventing> holds) {
        return "Kept under hold "
                + holds.stream()
                        .map(hold ->
                                "“" + hold.reason() + "” (" + hold.id() + ") until it is released; to be reviewed on "
                                        + LocalDate.ofInstant(hold.reviewAt(), ZoneOffset.UTC))
                        .collect(Collectors.joining(", and under hold "));
    }
}
