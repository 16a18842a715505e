package io.gatehouse.ledger.holds;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.LedgerProblem;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.erasure.Erasures;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Places and releases holds. Each step waits for erasing and dropping that goes on, and they wait for it. */
@Service
final class Holds {

    private final Transactions transactions;
    private final HoldStore store;
    private final Erasures erasures;
    private final Ledger ledger;
    private final Clock clock;

    Holds(Transactions transactions, HoldStore store, Erasures erasures, Ledger ledger, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.erasures = erasures;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<Hold> list(OrganizationScope scope) {
        return transactions.read(scope, () -> store.list(scope));
    }

    Hold of(OrganizationScope scope, UUID id) {
        return transactions.read(scope, () -> required(scope, id));
    }

    Hold request(OrganizationScope scope, HoldDraft wanted) {
        HoldDraft draft = wanted.checked(clock);
        UUID id = Ids.next();
        return transactions.write(scope, () -> {
            store.insert(scope, id, draft, actor(scope), clock.instant());
            Hold hold = required(scope, id);
            ledger.append(
                    scope,
                    entry("ledger.hold-request", hold).because(hold.reason()).change(null, fields(hold)));
            return hold;
        });
    }

    Hold confirm(OrganizationScope scope, UUID id) {
        return step(scope, id, EnumSet.of(Hold.State.REQUESTED), (actor, hold) -> {
            checkSecond(actor, hold.requestedBy());
            store.confirm(scope, id, actor, clock.instant());
            ledger.append(
                    scope, entry("ledger.hold", hold).because(hold.reason()).change(null, fields(required(scope, id))));
        });
    }

    Hold withdraw(OrganizationScope scope, UUID id) {
        return step(scope, id, EnumSet.of(Hold.State.REQUESTED), (_, hold) -> {
            store.withdraw(scope, id);
            ledger.append(scope, entry("ledger.hold-withdraw", hold));
        });
    }

    Hold requestRelease(OrganizationScope scope, UUID id, String reason) {
        return step(scope, id, EnumSet.of(Hold.State.IN_FORCE), (actor, hold) -> {
            store.requestRelease(scope, id, actor, clock.instant(), reason.strip());
            ledger.append(scope, entry("ledger.hold-release-request", hold).because(reason.strip()));
        });
    }

    /** What waited for the hold's end is erased in the same transaction. */
    Hold confirmRelease(OrganizationScope scope, UUID id) {
        return step(scope, id, EnumSet.of(Hold.State.RELEASE_REQUESTED), (actor, hold) -> {
            Hold.Release release = hold.release();
            if (release == null) {
                throw new IllegalStateException("Somebody asked for the release of hold " + id);
            }
            checkSecond(actor, release.requestedBy());
            store.release(scope, id, actor, clock.instant());
            ledger.append(scope, entry("ledger.hold-release", hold).because(release.reason()));
            erasures.carryOutWaiting(scope);
        });
    }

    Hold keepOn(OrganizationScope scope, UUID id) {
        return step(scope, id, EnumSet.of(Hold.State.RELEASE_REQUESTED), (_, hold) -> {
            store.keepOn(scope, id);
            ledger.append(scope, entry("ledger.hold-keep", hold));
        });
    }

    Hold review(OrganizationScope scope, UUID id, Instant reviewAt) {
        HoldDraft.checkReview(reviewAt, clock);
        return step(scope, id, EnumSet.of(Hold.State.IN_FORCE), (_, hold) -> {
            store.review(scope, id, reviewAt);
            ledger.append(
                    scope,
                    entry("ledger.hold-review", hold)
                            .change(Map.of("reviewAt", hold.reviewAt()), Map.of("reviewAt", reviewAt)));
        });
    }

    private Hold step(OrganizationScope scope, UUID id, Set<Hold.State> from, BiConsumer<UUID, Hold> work) {
        return transactions.write(scope, () -> {
            store.lock();
            Hold hold = required(scope, id);
            if (!from.contains(hold.state())) {
                throw CommonProblem.CONFLICT.because("The hold is " + hold.state() + ", not " + from);
            }
            work.accept(actor(scope), hold);
            return required(scope, id);
        });
    }

    private Hold required(OrganizationScope scope, UUID id) {
        return store.find(scope, id).orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such hold"));
    }

    private static UUID actor(OrganizationScope scope) {
        return scope.actor().asPerson().map(PersonId::value).orElseThrow();
    }

    private static void checkSecond(UUID actor, UUID first) {
        if (actor.equals(first)) {
            throw LedgerProblem.SECOND_PERSON_NEEDED.because("You asked for this yourself: somebody else has to agree");
        }
    }

    private static NewEntry entry(String action, Hold hold) {
        return NewEntry.of(action, "hold", hold.id(), "Hold " + hold.id());
    }

    /** As auditors' tools read it: see the format of the book. */
    private static Map<String, @Nullable Object> fields(Hold hold) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("subjects", hold.subjects());
        fields.put("from", hold.from());
        fields.put("to", hold.to());
        fields.put("confirmedBy", hold.confirmedBy());
        fields.put("reviewAt", hold.reviewAt());
        return fields;
    }
}
