package io.gatehouse.notifications.slack;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets which calls came from Slack once their time alone has them refused. */
@Configuration(proxyBeanMethods = false)
class ArrivalSweep {

    private static final Duration EVERY = Duration.ofMinutes(15);

    private final Transactions transactions;
    private final ArrivalStore store;
    private final Clock clock;

    ArrivalSweep(Transactions transactions, ArrivalStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> slackArrivals() {
        return Tasks.recurring("slack-arrivals", FixedDelay.of(EVERY)).execute((_, _) -> sweep());
    }

    /** A call may be of so long ago or ahead, so that it is known for twice as long. */
    void sweep() {
        transactions.<Boolean>installation(() -> {
            store.deleteBefore(clock.instant().minus(SlackSignature.TOLERANCE.multipliedBy(3)));
            return true;
        });
    }
}
