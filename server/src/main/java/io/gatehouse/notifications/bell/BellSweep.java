package io.gatehouse.notifications.bell;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what people were told long ago. */
@Configuration(proxyBeanMethods = false)
class BellSweep {

    private static final Duration EVERY = Duration.ofHours(6);

    @Bean
    RecurringTask<Void> forgottenNotifications(Bell bell) {
        return Tasks.recurring("notification-sweep", FixedDelay.of(EVERY)).execute((_, _) -> bell.sweep());
    }
}
