package io.gatehouse.approvals.requests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.kernel.AllOrganizations;
import io.gatehouse.kernel.Correlation;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sees that requests are escalated and end when it is time, however many nodes look. */
@Configuration(proxyBeanMethods = false)
class RequestTimer {

    private static final Logger LOG = LoggerFactory.getLogger(RequestTimer.class);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int MOST = 100;
    /** More than a request's stages have escalations is never due at once. */
    private static final int MOST_STEPS = 200;

    private final AllOrganizations organizations;
    private final Transactions transactions;
    private final DueStore due;
    private final Escalator escalator;
    private final Clock clock;

    RequestTimer(
            AllOrganizations organizations, Transactions transactions, DueStore due, Escalator escalator, Clock clock) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.due = due;
        this.escalator = escalator;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> requestEscalation() {
        return Tasks.recurring("request-escalation", FixedDelay.of(EVERY)).execute((_, _) -> sweepAll());
    }

    /** One organization that fails does not hold up the others. */
    void sweepAll() {
        for (OrganizationId organization : organizations.ids()) {
            try {
                sweep(OrganizationScope.system(organization));
            } catch (RuntimeException e) {
                LOG.error("The times of requests of organization {} could not be looked at", organization, e);
            }
        }
    }

    void sweep(OrganizationScope scope) {
        List<RequestId> waiting = transactions.read(scope, () -> due.due(scope, clock.instant(), MOST));
        for (RequestId request : waiting) {
            try (MDC.MDCCloseable _ = Correlation.open(Correlation.current())) {
                settle(scope, request);
            } catch (RuntimeException e) {
                LOG.error("Request {} could not be escalated; it waits for {}", request, Escalator.PAUSE, e);
                postpone(scope, request);
            }
        }
    }

    private void settle(OrganizationScope scope, RequestId request) {
        int steps = 0;
        while (steps < MOST_STEPS && transactions.write(scope, () -> escalator.step(scope, request))) {
            steps++;
        }
    }

    private void postpone(OrganizationScope scope, RequestId request) {
        Instant now = clock.instant();
        transactions.write(scope, () -> due.postpone(scope, request, now, now.plus(Escalator.PAUSE)));
    }
}
