package io.gatehouse.identity.domains;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every day whether what proved a domain is still in the DNS; the scheduler runs it on one node at a time. */
@Configuration(proxyBeanMethods = false)
class DomainChecks {

    private static final Logger LOG = LoggerFactory.getLogger(DomainChecks.class);
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration GOOD_FOR = Duration.ofDays(1);
    private static final int MOST_AT_ONCE = 100;

    private final Transactions transactions;
    private final DomainStore store;
    private final Domains domains;
    private final Clock clock;

    DomainChecks(Transactions transactions, DomainStore store, Domains domains, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.domains = domains;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> checksOfDomains() {
        return Tasks.recurring("domain-checks", FixedDelay.of(EVERY)).execute((_, _) -> checkDue());
    }

    void checkDue() {
        transactions
                .installation(() -> store.due(clock.instant().minus(GOOD_FOR), MOST_AT_ONCE))
                .forEach(this::check);
    }

    /** One that cannot be checked keeps no other from being checked. */
    private void check(DomainStore.Due due) {
        try {
            domains.lookAgain(OrganizationScope.system(due.organization()), due.name());
        } catch (RuntimeException e) {
            LOG.warn("Domain {} could not be checked", due.name(), e);
        }
    }
}
