package io.gatehouse.identity.warnings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.identity.SignInWarned;
import io.gatehouse.identity.people.Administrators;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has administrators told thirty days, seven days and a day before, each once. */
@Configuration(proxyBeanMethods = false)
class Warnings {

    private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);
    private static final Duration EVERY = Duration.ofHours(1);

    /** The last one first, so that what is found late is told of once. */
    private static final int[] DAYS_BEFORE = {1, 7, 30};

    private final Transactions transactions;
    private final WarningStore store;
    private final Endings endings;
    private final Administrators administrators;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Warnings(
            Transactions transactions,
            WarningStore store,
            Endings endings,
            Administrators administrators,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.endings = endings;
        this.administrators = administrators;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> signInWarnings() {
        return Tasks.recurring("sign-in-warnings", FixedDelay.of(EVERY)).execute((_, _) -> tell());
    }

    void tell() {
        Instant now = clock.instant();
        transactions.<Boolean>installation(() -> {
            store.forgetEnded(now);
            return true;
        });
        endings.all().forEach(ending -> tell(ending, now));
    }

    /** One that cannot be told of keeps nobody else from being told. */
    private void tell(Ending ending, Instant now) {
        IntStream.of(DAYS_BEFORE)
                .filter(days -> ending.at().isAfter(now) && !ending.at().isAfter(now.plus(Duration.ofDays(days))))
                .findFirst()
                .ifPresent(days -> {
                    try {
                        tell(ending, days);
                    } catch (RuntimeException e) {
                        LOG.warn("Nobody could be told of an end in organization {}", ending.organization(), e);
                    }
                });
    }

    private void tell(Ending ending, int days) {
        OrganizationId organization = ending.organization();
        OrganizationScope scope = OrganizationScope.system(organization);
        transactions.<Boolean>installation(scope, () -> {
            administrators.of(scope).forEach(person -> {
                Warning warning = new Warning(Ids.next(), person, ending.about(), ending.subject(), ending.at(), days);
                if (store.insert(organization, warning)) {
                    events.publishEvent(new SignInWarned(organization, warning.id()));
                }
            });
            return true;
        });
    }
}
