package io.gatehouse.identity.keys;

import io.gatehouse.identity.Belongings;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The service accounts that somebody who leaves answers for. The programs go on working. */
@Component
final class OwnedServiceAccounts implements Belongings {

    private final ServiceAccountStore store;
    private final Ledger ledger;
    private final Clock clock;

    OwnedServiceAccounts(ServiceAccountStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.SERVICE_ACCOUNT;
    }

    @Override
    public long count(OrganizationScope scope, PersonId person) {
        return store.ownedBy(scope, person, clock.instant()).size();
    }

    @Override
    public void handOver(OrganizationScope scope, PersonId person, @Nullable PersonId successor) {
        if (successor == null) {
            return;
        }
        for (ServiceAccount account : store.ownedBy(scope, person, clock.instant())) {
            store.changeOwner(scope, account.id(), successor);
            ledger.append(
                    scope,
                    NewEntry.of("service-account.hand-over", "service-account", account.id(), account.name())
                            .change(Map.of("ownerId", person.toString()), Map.of("ownerId", successor.toString())));
        }
    }
}
