package io.gatehouse.ledger.witness;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Each minute, on one node, shows each ledger that grew to its witnesses. Organizations without witnesses, and ledgers that did
 * not grow, cost their share of one statement.
 */
@Configuration(proxyBeanMethods = false)
class CosignTimer {

    private static final Logger LOG = LoggerFactory.getLogger(CosignTimer.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    /** The others wait, so that a few dead witnesses do not take every connection that there is to others. */
    private static final int AT_ONCE = 16;

    private final Transactions transactions;
    private final WitnessStore store;
    private final Cosigning cosigning;
    private final Clock clock;

    CosignTimer(Transactions transactions, WitnessStore store, Cosigning cosigning, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.cosigning = cosigning;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> ledgerWitnesses() {
        return Tasks.recurring("ledger-witnesses", FixedDelay.of(EVERY)).execute((_, _) -> round());
    }

    /** Asks all whose turn it is. */
    void round() {
        Semaphore free = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (WitnessStore.Due due : transactions.installation(() -> store.due(clock.instant(), MOST))) {
                free.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        ask(due);
                    } finally {
                        free.release();
                    }
                });
            }
        }
    }

    private void ask(WitnessStore.Due due) {
        OrganizationScope scope = OrganizationScope.system(due.organization());
        try {
            transactions
                    .read(scope, () -> store.find(scope, due.witness()))
                    .ifPresent(standing -> cosigning.ask(scope, standing.witness()));
        } catch (RuntimeException e) {
            LOG.error("A witness of {} could not be asked, trying again", due.organization(), e);
        }
    }
}
