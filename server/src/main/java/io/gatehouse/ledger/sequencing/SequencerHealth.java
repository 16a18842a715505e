package io.gatehouse.ledger.sequencing;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.checkpoint.LogKeys;
import io.gatehouse.ledger.clock.ClockCheck;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether entries get into their trees. What is wrong with one organization's is no reason to take the server from all of them:
 * the status is one of its own, which load balancers take for up.
 */
@Component("ledgerHealthIndicator")
final class SequencerHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final BatchStore store;
    private final Sequencer sequencer;
    private final LogKeys keys;
    private final ClockCheck clocks;

    SequencerHealth(
            Transactions transactions,
            BatchStore store,
            Sequencer sequencer,
            LogKeys keys,
            ClockCheck clocks,
            MeterRegistry registry) {
        this.transactions = transactions;
        this.store = store;
        this.sequencer = sequencer;
        this.keys = keys;
        this.clocks = clocks;
        Gauge.builder("gatehouse.ledger.pending.oldest.seconds", this, SequencerHealth::oldest)
                .description("For how long the oldest entry has waited for its tree")
                .register(registry);
        Gauge.builder(
                        "gatehouse.ledger.trees.failing",
                        sequencer,
                        one -> one.failing().size())
                .description("Trees that this node could not let grow")
                .register(registry);
        Gauge.builder(
                        "gatehouse.ledger.keys.refused",
                        keys,
                        one -> one.refused().size())
                .description("Signing keys in the table that this installation did not make")
                .register(registry);
    }

    @Override
    public Health health() {
        long oldest = oldest();
        Set<OrganizationId> failing = sequencer.failing();
        Set<Integer> refused = keys.refused();
        boolean isWell = oldest <= LONG.toSeconds() && failing.isEmpty() && refused.isEmpty() && clocks.agrees();
        return Health.status(isWell ? Status.UP : DEGRADED)
                .withDetail("oldestPendingSeconds", oldest)
                .withDetail("failingTrees", failing)
                .withDetail("refusedKeys", refused)
                .withDetail("clockAheadSeconds", clocks.ahead().toSeconds())
                .build();
    }

    private long oldest() {
        return transactions.installation(store::oldestPendingSeconds);
    }
}
