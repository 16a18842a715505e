package io.gatehouse.ledger.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.AllOrganizations;
import io.gatehouse.kernel.Correlation;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.erasure.Erasures;
import io.gatehouse.ledger.holds.HoldReviews;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps and forgets daily; makes the partitions of the months to come before the first request. */
@Configuration(proxyBeanMethods = false)
class Keeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration EVERY = Duration.ofDays(1);

    private final Transactions transactions;
    private final RetentionStore store;
    private final MonthDrops drops;
    private final Erasures erasures;
    private final HoldReviews reviews;
    private final AllOrganizations organizations;
    private volatile boolean running;

    Keeper(
            Transactions transactions,
            RetentionStore store,
            MonthDrops drops,
            Erasures erasures,
            HoldReviews reviews,
            AllOrganizations organizations) {
        this.transactions = transactions;
        this.store = store;
        this.drops = drops;
        this.erasures = erasures;
        this.reviews = reviews;
        this.organizations = organizations;
    }

    @Bean
    RecurringTask<Void> ledgerRetention() {
        return Tasks.recurring("ledger-retention", FixedDelay.of(EVERY)).execute((_, _) -> keepAndForget());
    }

    void keepAndForget() {
        makeMonths();
        organizations.ids().forEach(this::forget);
        transactions.installation(store::dropEmptyMonths).forEach(name -> LOG.info("Dropped ledger.{}: empty", name));
    }

    /** One organization that fails does not hold up the others. */
    private void forget(OrganizationId organization) {
        try (MDC.MDCCloseable _ = Correlation.open(Correlation.current())) {
            erasures.carryOutWaiting(OrganizationScope.system(organization));
            drops.drop(organization);
            reviews.tell(organization);
        } catch (RuntimeException e) {
            LOG.error("What the book of {} is to forget was not forgotten; tried again in a day", organization, e);
        }
    }

    private void makeMonths() {
        transactions.installation(() -> {
            store.makeMonths();
            return true;
        });
    }

    @Override
    public void start() {
        makeMonths();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the timers and the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
