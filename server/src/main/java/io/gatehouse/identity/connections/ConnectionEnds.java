package io.gatehouse.identity.connections;

import io.gatehouse.identity.session.ActsForPeople;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends connections together with all sessions of their person, or with their standing in an organization. */
@Component
final class ConnectionEnds implements ActsForPeople {

    private final Transactions transactions;
    private final ConnectionStore store;

    ConnectionEnds(Transactions transactions, ConnectionStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public int endAll(PersonId person) {
        return transactions.installation(() -> store.deleteOf(person));
    }

    @Override
    public int endIn(OrganizationScope scope, PersonId person) {
        return store.deleteOf(scope, person);
    }

    @Override
    public int endThrough(OrganizationScope scope, PersonId person, UUID provider) {
        return store.deleteThrough(scope, person, provider);
    }
}
