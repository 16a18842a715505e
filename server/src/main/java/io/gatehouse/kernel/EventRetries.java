package io.gatehouse.kernel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;

/** Hands events out again whose listeners did not finish, because they failed or their node died. */
@Configuration(proxyBeanMethods = false)
class EventRetries {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Bean
    RecurringTask<Void> eventRetry(IncompleteEventPublications events) {
        return Tasks.recurring("event-retry", FixedDelay.of(EVERY))
                .execute((_, _) -> events.resubmitIncompletePublicationsOlderThan(PATIENCE));
    }
}
