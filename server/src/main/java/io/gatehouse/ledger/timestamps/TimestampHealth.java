package io.gatehouse.ledger.timestamps;

import io.gatehouse.kernel.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the authority stamps. Without it the ledger goes on, so that it is no reason to send nobody here any more. One try that
 * fails is made again a minute later, and is not worth a word before that has failed, too.
 */
@Component("timestampsHealthIndicator")
final class TimestampHealth implements HealthIndicator {

    private final Transactions transactions;
    private final TimestampStore store;
    private final StampClient authority;
    private final Clock clock;

    TimestampHealth(
            Transactions transactions,
            TimestampStore store,
            StampClient authority,
            Clock clock,
            MeterRegistry registry) {
        this.transactions = transactions;
        this.store = store;
        this.authority = authority;
        this.clock = clock;
        Gauge.builder("gatehouse.ledger.timestamps.failing", this, TimestampHealth::failing)
                .description("Ledgers whose last two tries to get a time stamp failed")
                .register(registry);
    }

    @Override
    public Health health() {
        long failing = failing();
        return Health.status(failing == 0 ? Status.UP : new Status("DEGRADED"))
                .withDetail("offered", authority.isOffered())
                .withDetail("failing", failing)
                .build();
    }

    private long failing() {
        return authority.isOffered() ? transactions.installation(() -> store.failing(clock.instant())) : 0;
    }
}
