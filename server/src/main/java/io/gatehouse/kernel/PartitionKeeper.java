package io.gatehouse.kernel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the {@link Partitions}: makes them at start, before the first request, then makes and drops daily. */
@Configuration(proxyBeanMethods = false)
class PartitionKeeper implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofDays(1);

    private final Partitions partitions;
    private volatile boolean running;

    PartitionKeeper(Partitions partitions) {
        this.partitions = partitions;
    }

    @Bean
    RecurringTask<Void> partitionsOfTheDay() {
        return Tasks.recurring("partitions", FixedDelay.of(EVERY)).execute((_, _) -> keep());
    }

    private void keep() {
        try {
            partitions.make();
            partitions.dropOld();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The partitions of event-like tables were not kept; tried again in a day", e);
        }
    }

    @Override
    public void start() {
        try {
            partitions.make();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the partitions of event-like tables", e);
        }
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
