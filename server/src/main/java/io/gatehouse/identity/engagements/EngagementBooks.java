package io.gatehouse.identity.engagements;

import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells both books, the provider's and the customer's, and then whoever looks at either. */
@Component
final class EngagementBooks {

    private final Transactions transactions;
    private final Ledger ledger;
    private final Signals signals;

    EngagementBooks(Transactions transactions, Ledger ledger, Signals signals) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.signals = signals;
    }

    /**
     * What happened to one engagement.
     *
     * @param action {@code engagement.begin}, {@code .change}, {@code .end}, {@code .expire}
     */
    record Change(
            String action,
            @Nullable Engagement before,
            @Nullable Engagement after,
            @Nullable String reason) {

        Engagement subject() {
            if (after != null) {
                return after;
            }
            if (before == null) {
                throw new IllegalStateException("A change changes something");
            }
            return before;
        }
    }

    /** In the caller's open transaction of the installation. All changes are of one provider. */
    void tell(Actor actor, Collection<Change> changes) {
        // In the order of ids, so that two of these never wait for each other's books.
        Map<String, List<Change>> byOrganization = new TreeMap<>();
        for (Change change : changes) {
            Engagement subject = change.subject();
            for (OrganizationId side : List.of(subject.providerId(), subject.customerId())) {
                byOrganization
                        .computeIfAbsent(side.toString(), _ -> new ArrayList<>())
                        .add(change);
            }
        }
        byOrganization.forEach(
                (organization, told) -> tell(new OrganizationScope(OrganizationId.of(organization), actor), told));
    }

    private void tell(OrganizationScope scope, List<Change> changes) {
        transactions.<Boolean>installation(scope, () -> {
            ledger.append(scope, changes.stream().map(EngagementBooks::entry).toList());
            return true;
        });
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signals.announce(scope.organization(), Signals.Topic.ENGAGEMENT, changes.size());
            }
        });
    }

    private static NewEntry entry(Change change) {
        Engagement subject = change.subject();
        return NewEntry.ofPerson(
                        change.action(), subject.person().id(), subject.person().displayName())
                .because(change.reason())
                .change(fields(change.before()), fields(change.after()));
    }

    private static @Nullable Map<String, @Nullable Object> fields(@Nullable Engagement engagement) {
        if (engagement == null) {
            return null;
        }
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("customer", engagement.customerName());
        fields.put("level", engagement.level().name());
        fields.put(
                "expiresAt",
                engagement.expiresAt() == null ? null : engagement.expiresAt().toString());
        return fields;
    }
}
