package io.gatehouse.santa.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Figures of the sync. Tags name stages and statuses, never a device, an organization or a secret. */
@Component
final class SyncMetrics {

    private record Key(String stage, int status) {}

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private final Counter rulesSent;

    SyncMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.rulesSent = Counter.builder("gatehouse.santa.rules.sent")
                .description("Rules in downloads that reached their last page")
                .register(registry);
    }

    /** A call was answered. */
    void answered(String stage, int status, long nanoseconds) {
        timers.computeIfAbsent(new Key(stage, status), this::timer).record(Duration.ofNanos(nanoseconds));
    }

    void rulesSent(int rules) {
        rulesSent.increment(rules);
    }

    private Timer timer(Key key) {
        return Timer.builder("gatehouse.santa.stage")
                .description("Calls of Macs by stage and status")
                .tags("stage", key.stage(), "status", Integer.toString(key.status()))
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(registry);
    }
}
