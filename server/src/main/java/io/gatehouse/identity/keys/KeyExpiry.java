package io.gatehouse.identity.keys;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has owners told before their programs stop. */
@Configuration(proxyBeanMethods = false)
class KeyExpiry {

    private static final Duration EVERY = Duration.ofHours(1);
    /** The last one first, so that a key found late is told of once. */
    private static final int[] DAYS_BEFORE = {2, 14};

    private final Transactions transactions;
    private final KeyExpiryStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeyExpiry(Transactions transactions, KeyExpiryStore store, ApplicationEventPublisher events, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> expiringKeys() {
        return Tasks.recurring("key-expiry", FixedDelay.of(EVERY)).execute((_, _) -> tell());
    }

    void tell() {
        transactions.<Boolean>installation(() -> {
            for (int days : DAYS_BEFORE) {
                store.mark(days, clock.instant()).forEach(events::publishEvent);
            }
            return true;
        });
    }
}
