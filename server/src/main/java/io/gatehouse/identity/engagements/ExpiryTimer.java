package io.gatehouse.identity.engagements;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.Correlation;
import io.gatehouse.kernel.OrganizationId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sees that both books tell of engagements that are over, soon after they are. */
@Configuration(proxyBeanMethods = false)
class ExpiryTimer {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryTimer.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Expiries expiries;

    ExpiryTimer(Expiries expiries) {
        this.expiries = expiries;
    }

    @Bean
    RecurringTask<Void> engagementExpiry() {
        return Tasks.recurring("engagement-expiry", FixedDelay.of(EVERY)).execute((_, _) -> settleAll());
    }

    /** One provider that fails does not hold up the others. */
    void settleAll() {
        for (OrganizationId provider : expiries.waiting()) {
            try (MDC.MDCCloseable _ = Correlation.open(Correlation.current())) {
                expiries.settle(provider);
            } catch (RuntimeException e) {
                LOG.error("Engagements of provider {} that are over could not be written down", provider, e);
            }
        }
    }
}
