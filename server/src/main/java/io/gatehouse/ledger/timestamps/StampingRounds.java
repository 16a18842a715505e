package io.gatehouse.ledger.timestamps;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.clock.ClockCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has the ledgers stamped that grew, each as often as the installation wants. One statement finds them; ledgers that nobody
 * writes to cost nothing else. It runs apart from sequencing, which never waits for it.
 */
@Configuration(proxyBeanMethods = false)
class StampingRounds {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int MOST = 200;

    private final TimestampSettings settings;
    private final Timestamps timestamps;
    private final TimestampStore store;
    private final Transactions transactions;
    private final ClockCheck clocks;
    private final Clock clock;

    StampingRounds(
            TimestampSettings settings,
            Timestamps timestamps,
            TimestampStore store,
            Transactions transactions,
            ClockCheck clocks,
            Clock clock) {
        this.settings = settings;
        this.timestamps = timestamps;
        this.store = store;
        this.transactions = transactions;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> ledgerTimestamps() {
        return Tasks.recurring("ledger-timestamps", FixedDelay.of(EVERY)).execute((_, _) -> go());
    }

    /** One round. It ends where the authority fails, so that one that is down is asked once, not for each ledger. */
    void go() {
        if (!settings.isOffered() || !clocks.measure()) {
            return;
        }
        Instant now = clock.instant();
        List<TimestampStore.Due> due =
                transactions.installation(() -> store.due(now, now.minus(settings.every()), MOST));
        for (TimestampStore.Due one : due) {
            OrganizationScope scope = OrganizationScope.system(one.organization());
            if (timestamps.fetched(scope, one.size(), one.note()).isEmpty()) {
                return;
            }
        }
    }
}
