package io.gatehouse.identity.alarms;

import io.gatehouse.identity.LedgerAlarmed;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.AlarmRaised;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Turns an alarm into one notice for each person who must hear of it. */
@Component
class AlarmNotices {

    private static final int MOST_TOLD = 50;

    private final Transactions transactions;
    private final AlarmReaderStore store;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;

    AlarmNotices(
            Transactions transactions,
            AlarmReaderStore store,
            Organizations organizations,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.store = store;
        this.organizations = organizations;
        this.events = events;
    }

    @ApplicationModuleListener
    void on(AlarmRaised raised) {
        OrganizationScope scope = OrganizationScope.system(raised.organization());
        List<PersonId> readers = transactions.installation(scope, () -> {
            Role administrator = Role.administratorOf(organizations.of(scope).kind());
            return store.readers(raised.organization(), administrator, MOST_TOLD);
        });
        readers.forEach(
                person -> events.publishEvent(new LedgerAlarmed(raised.organization(), person, raised.alarm())));
    }
}
