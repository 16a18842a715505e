package io.gatehouse.notifications.deliveries;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What became of messages, and having them sent again. */
@Service
final class Fates {

    private final Transactions transactions;
    private final FateStore store;
    private final DestinationStore destinations;
    private final Courier courier;
    private final Ledger ledger;
    private final Clock clock;

    Fates(
            Transactions transactions,
            FateStore store,
            DestinationStore destinations,
            Courier courier,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.destinations = destinations;
        this.courier = courier;
        this.ledger = ledger;
        this.clock = clock;
    }

    Page<Delivery> list(
            OrganizationScope scope,
            @Nullable UUID destination,
            Delivery.@Nullable State state,
            @Nullable Cursor after,
            int limit) {
        return Page.of(
                transactions.read(scope, () -> store.list(scope, destination, state, after, limit + 1)),
                limit,
                delivery -> Cursor.of(delivery.id()));
    }

    Delivery.Fate find(OrganizationScope scope, UUID id) {
        return transactions.read(scope, () -> new Delivery.Fate(delivery(scope, id), store.attempts(scope, id)));
    }

    /** Sends it again, whether it arrived or not: the receiver may have lost it. */
    void replay(OrganizationScope scope, UUID id) {
        transactions.write(scope, () -> {
            Delivery before = delivery(scope, id);
            if (!store.replay(scope, id, clock.instant())) {
                throw CommonProblem.CONFLICT.because(
                        before.state() == Delivery.State.WAITING
                                ? "This message is on its way already"
                                : "The destination of this message was removed");
            }
            ledger.append(
                    scope,
                    NewEntry.of("delivery.replay", "delivery", id, before.type())
                            .change(null, Map.of("destination", before.destinationName())));
        });
        courier.wake();
    }

    int replayDead(OrganizationScope scope, UUID destination) {
        int replayed = transactions.write(scope, () -> {
            Destination found = destinations
                    .find(scope, destination)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such destination here"));
            int count = store.replayDead(scope, destination, clock.instant());
            if (count > 0) {
                ledger.append(
                        scope,
                        DestinationEntries.of("destination.replay", found).change(null, Map.of("deliveries", count)));
            }
            return count;
        });
        courier.wake();
        return replayed;
    }

    private Delivery delivery(OrganizationScope scope, UUID id) {
        return store.find(scope, id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such delivery here"));
    }
}
