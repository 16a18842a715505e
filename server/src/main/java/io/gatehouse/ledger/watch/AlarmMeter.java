package io.gatehouse.ledger.watch;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.gatehouse.kernel.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many alarms are open in all books; counted when somebody asks, at most once a minute. */
@Component
final class AlarmMeter {

    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final String ALL = "all";

    private final LoadingCache<String, Long> counted;

    AlarmMeter(Transactions transactions, AlarmStore store, MeterRegistry registry) {
        this.counted = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .build(_ -> transactions.installation(store::openEverywhere));
        Gauge.builder("gatehouse.ledger.alarms.open", this, meter -> meter.counted.get(ALL))
                .description("Places where a ledger does not match its tree and nobody has answered for it")
                .register(registry);
    }
}
