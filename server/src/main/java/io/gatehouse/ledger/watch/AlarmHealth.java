package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.Transactions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether any book is in doubt; how many alarms, never whose. It is no reason to send nobody here any more. */
@Component("ledgerAlarmsHealthIndicator")
final class AlarmHealth implements HealthIndicator {

    private final Transactions transactions;
    private final AlarmStore store;

    AlarmHealth(Transactions transactions, AlarmStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public Health health() {
        long open = transactions.installation(store::openEverywhere);
        return Health.status(open == 0 ? Status.UP : new Status("DEGRADED"))
                .withDetail("open", open)
                .build();
    }
}
