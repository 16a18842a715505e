package io.gatehouse.identity.engagements;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** All that a provider's engagements were. */
@Service
final class EngagementHistory {

    private final Transactions transactions;
    private final EngagementHistoryStore store;

    EngagementHistory(Transactions transactions, EngagementHistoryStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /**
     * Which.
     *
     * @param open only those that nobody ended yet
     */
    record Filter(@Nullable PersonId person, @Nullable OrganizationId customer, boolean open) {}

    /** Newest first. */
    Page<Engagement> list(OrganizationScope provider, Filter filter, @Nullable String cursor, int limit) {
        return transactions.read(
                provider,
                () -> Page.of(
                        store.ofProvider(provider, filter, Cursor.decode(cursor, 2), limit + 1),
                        limit,
                        EngagementHistory::after));
    }

    static Cursor after(Engagement last) {
        return Cursor.of(last.startsAt(), last.id());
    }
}
