package io.gatehouse.ledger.watch;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks at what is new in each book every minute, and at each whole book in its turn, about once a day. What does not
 * change is asked for by one statement over all organizations.
 */
@Configuration(proxyBeanMethods = false)
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration WHOLE_EVERY = Duration.ofDays(1);

    /** Of one organization's news in a minute: 100,000 entries. */
    private static final int NEW_PARTS = 200;

    /** Of all whole books together in a minute. */
    private static final int WHOLE_PARTS = 40;

    private final Transactions transactions;
    private final WalkStore walks;
    private final Walker walker;
    private final Clock clock;

    Watch(Transactions transactions, WalkStore walks, Walker walker, Clock clock) {
        this.transactions = transactions;
        this.walks = walks;
        this.walker = walker;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> ledgerWatch() {
        return Tasks.recurring("ledger-watch", FixedDelay.of(EVERY)).execute((_, _) -> watch());
    }

    private void watch() {
        transactions.installation(walks::changed).forEach(organization -> walk(organization, Walk.NEW, NEW_PARTS));
        int left = WHOLE_PARTS;
        for (OrganizationId organization :
                transactions.installation(() -> walks.unfinished(clock.instant().minus(WHOLE_EVERY), WHOLE_PARTS))) {
            left = left > 0 ? walk(organization, Walk.WHOLE, left) : 0;
        }
    }

    private int walk(OrganizationId organization, Walk walk, int parts) {
        try {
            return walker.walk(organization, walk, parts);
        } catch (RuntimeException e) {
            LOG.error("The ledger of {} could not be looked at, trying again", organization, e);
            return parts - 1;
        }
    }
}
