package io.gatehouse.identity.engagements;

import io.gatehouse.identity.engagements.EngagementBooks.Change;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Writes down that engagements are over. They ended by themselves before: every check looks at the clock. */
@Service
final class Expiries {

    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final EngagementStore store;
    private final EngagementBooks books;
    private final Clock clock;

    Expiries(Transactions transactions, EngagementStore store, EngagementBooks books, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.books = books;
        this.clock = clock;
    }

    /** Providers with engagements that are over and not written down yet. */
    List<OrganizationId> waiting() {
        return transactions.installation(() -> store.due(null, clock.instant(), AT_ONCE)).stream()
                .map(Engagement::providerId)
                .distinct()
                .toList();
    }

    /** Writes down what is over of one provider, as whatever transaction is open or in one of its own. */
    void settle(OrganizationId provider) {
        transactions.<Boolean>installation(() -> {
            store.lock(provider);
            Instant now = clock.instant();
            List<Engagement> due = store.due(provider, now, AT_ONCE);
            while (!due.isEmpty()) {
                books.tell(
                        Actor.system(),
                        due.stream().map(engagement -> expire(engagement, now)).toList());
                due = store.due(provider, now, AT_ONCE);
            }
            return true;
        });
    }

    private Change expire(Engagement over, Instant now) {
        store.end(over, now, EndCause.EXPIRED, null, null);
        Engagement after = fallBack(over, over.expiresAt() == null ? now : over.expiresAt(), now)
                .orElse(null);
        return new Change("engagement.expire", over, after, "Its time was over");
    }

    /** Begins anew what an emergency had replaced, unless that is over as well. */
    Optional<Engagement> fallBack(Engagement emergency, Instant from, Instant now) {
        return Optional.ofNullable(emergency.formerId())
                .flatMap(former -> store.find(emergency.customerId(), former))
                .filter(former ->
                        former.expiresAt() == null || former.expiresAt().isAfter(now))
                .map(former -> former.again(from))
                .map(again -> {
                    store.insert(again);
                    return again;
                });
    }
}
