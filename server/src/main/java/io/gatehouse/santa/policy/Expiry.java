package io.gatehouse.santa.policy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.AllOrganizations;
import io.gatehouse.kernel.Correlation;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes rules out of force when their time is over: publishes what now wins, and says so in the book. */
@Configuration(proxyBeanMethods = false)
class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final AllOrganizations organizations;
    private final Transactions transactions;
    private final ExpiryStore store;
    private final PolicyPublisher publisher;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    Expiry(
            AllOrganizations organizations,
            Transactions transactions,
            ExpiryStore store,
            PolicyPublisher publisher,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.store = store;
        this.publisher = publisher;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> ruleExpiry() {
        return Tasks.recurring("rule-expiry", FixedDelay.of(EVERY)).execute((_, _) -> publishAll());
    }

    /** Publishes what expired in any organization; one that fails does not hold up the others. */
    void publishAll() {
        for (OrganizationId organization : organizations.ids()) {
            try (MDC.MDCCloseable _ = Correlation.open(Correlation.current())) {
                publish(OrganizationScope.system(organization));
            } catch (RuntimeException e) {
                LOG.error("Expired rules of organization {} could not be published", organization, e);
            }
        }
    }

    private void publish(OrganizationScope scope) {
        List<ExpiryStore.Expired> expired = transactions.write(scope, () -> {
            List<ExpiryStore.Expired> marked = store.mark(scope, clock.instant());
            ledger.append(scope, marked.stream().map(Expiry::entry).toList());
            if (!marked.isEmpty()) {
                publisher.rulesChanged(
                        scope, marked.stream().map(ExpiryStore.Expired::key).toList());
            }
            return marked;
        });
        if (!expired.isEmpty()) {
            signals.announce(scope.organization(), Signals.Topic.RULE, expired.size());
        }
    }

    private static NewEntry entry(ExpiryStore.Expired rule) {
        return NewEntry.of("rule.expire", "rule", rule.id(), rule.key().identifier())
                .because("Its time was over");
    }
}
