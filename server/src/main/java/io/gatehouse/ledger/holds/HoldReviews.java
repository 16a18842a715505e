package io.gatehouse.ledger.holds;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.HoldLetters;
import io.gatehouse.ledger.HoldReviewDue;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Has the two who placed a hold told before its review. */
@Service
public final class HoldReviews implements HoldLetters {

    private static final Duration BEFORE = Duration.ofDays(14);

    private final Transactions transactions;
    private final HoldStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HoldReviews(Transactions transactions, HoldStore store, ApplicationEventPublisher events, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** Tells of the organization's reviews that are due soon, of each once. */
    public void tell(OrganizationId organization) {
        OrganizationScope scope = OrganizationScope.system(organization);
        transactions.write(
                scope,
                () -> store.markDue(scope, clock.instant().plus(BEFORE)).forEach(hold -> {
                    events.publishEvent(new HoldReviewDue(organization, hold.id(), hold.reviewAt(), false));
                    events.publishEvent(new HoldReviewDue(organization, hold.id(), hold.reviewAt(), true));
                }));
    }

    @Override
    public Optional<HoldLetter> write(OrganizationId organization, UUID hold, boolean confirmer) {
        OrganizationScope scope = OrganizationScope.system(organization);
        return transactions
                .read(scope, () -> store.find(scope, hold))
                .filter(found -> found.state() == Hold.State.IN_FORCE)
                .flatMap(found -> letter(found, confirmer ? found.confirmedBy() : found.requestedBy()));
    }

    private static Optional<HoldLetter> letter(Hold hold, @Nullable UUID person) {
        return Optional.ofNullable(person)
                .map(addressee -> new HoldLetter(
                        new PersonId(addressee), hold.reason(), hold.reviewAt(), "/ledger/holds/" + hold.id()));
    }
}
