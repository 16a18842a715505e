package io.gatehouse.identity.engagements;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.engagements.EngagementBooks.Change;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A customer sees who of its provider may enter, and shows anybody out. */
@Service
final class Entrants {

    private final Transactions transactions;
    private final EngagementStore store;
    private final EngagementHistoryStore history;
    private final Engagements engagements;
    private final EngagementBooks books;
    private final Clock clock;

    Entrants(
            Transactions transactions,
            EngagementStore store,
            EngagementHistoryStore history,
            Engagements engagements,
            EngagementBooks books,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.history = history;
        this.engagements = engagements;
        this.books = books;
        this.clock = clock;
    }

    /** Newest first. */
    Page<Engagement> list(OrganizationScope scope, boolean onlyOpen, @Nullable String cursor, int limit) {
        return transactions.read(
                scope,
                () -> Page.of(
                        history.ofCustomer(
                                scope, onlyOpen ? clock.instant() : null, Cursor.decode(cursor, 2), limit + 1),
                        limit,
                        EngagementHistory::after));
    }

    /** Ends an engagement with the caller's own organization, at once and for good. */
    void end(Caller caller, UUID id, String reason) {
        OrganizationScope scope = caller.scope();
        Engagement found = transactions
                .read(scope, () -> store.find(scope.organization(), id))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such engagement here"));
        transactions.<Boolean>installation(scope, () -> {
            engagements.lock(found.providerId());
            // An emergency may have fallen back to a row of its own: whoever is shown out is out.
            Engagement open = store.openOf(scope.organization(), found.person().id())
                    .orElseThrow(() -> CommonProblem.CONFLICT.because("The engagement is over already"));
            Change change =
                    engagements.end(open, EndCause.BY_CUSTOMER, caller.person().value(), reason);
            books.tell(scope.actor(), List.of(change));
            return true;
        });
    }
}
