package io.gatehouse.kernel;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs every {@link RecurringTask} that a module declares as a bean, each on one node at a time. Work is done at least
 * once: a task that a node dies over is run again by another.
 */
@Component
final class Timers implements SmartLifecycle {

    private static final int THREADS = 4;
    private static final Duration POLLING = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final List<RecurringTask<?>> tasks;
    private volatile boolean running;
    private volatile Scheduler scheduler;

    Timers(DataSource dataSource, List<RecurringTask<?>> tasks) {
        this.dataSource = dataSource;
        this.tasks = tasks;
        this.scheduler = build();
    }

    @Override
    public void start() {
        if (scheduler.getSchedulerState().isShuttingDown()) {
            scheduler = build();
        }
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Scheduler build() {
        return Scheduler.create(dataSource)
                .startTasks(tasks)
                .tableName("framework.scheduled_tasks")
                .threads(THREADS)
                .pollingInterval(POLLING)
                .shutdownMaxWait(PATIENCE)
                .build();
    }
}
