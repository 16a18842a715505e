package io.gatehouse.identity.domains;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every day whether what proved a domain is still in the DNS, and forgets claims that nobody proves; the scheduler runs
 * it on one node at a time.
 */
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
        Instant now = clock.instant();
        List<DomainStore.Due> due = transactions.installation(() -> store.due(now.minus(GOOD_FOR), MOST_AT_ONCE));
        due.forEach(domain -> each(domain, domains::lookAgain));
        List<DomainStore.Due> expired =
                transactions.installation(() -> store.expired(now.minus(Domain.CLAIM_GOOD_FOR), MOST_AT_ONCE));
        expired.forEach(claim -> each(claim, domains::expire));
    }

    /** One that cannot be checked keeps no other from being checked. */
    private static void each(DomainStore.Due due, BiConsumer<OrganizationScope, String> work) {
        try {
            work.accept(OrganizationScope.system(due.organization()), due.name());
        } catch (RuntimeException e) {
            LOG.warn("Domain {} could not be checked", due.name(), e);
        }
    }
}
