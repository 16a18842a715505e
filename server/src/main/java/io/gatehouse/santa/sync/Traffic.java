package io.gatehouse.santa.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.santa.sync.credential.KnownDevice;
import io.gatehouse.santa.sync.session.Session;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Counts bytes and events of sessions in progress, in memory: after a restart, or on another node, they count from 0. */
@Component
final class Traffic {

    /** What passed in a session. */
    record Totals(long bytesIn, long bytesOut, long events) {}

    private record Counters(LongAdder bytesIn, LongAdder bytesOut, LongAdder events) {}

    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int SESSIONS = 50_000;

    private final Cache<UUID, Counters> sessions =
            Caffeine.newBuilder().maximumSize(SESSIONS).expireAfterAccess(KEPT).build();

    void add(KnownDevice device, int bytesIn, int bytesOut, int events) {
        Session session = device.state().openSession();
        if (session != null) {
            add(session.id(), bytesIn, bytesOut, events);
        }
    }

    void add(UUID session, int bytesIn, int bytesOut, int events) {
        Counters counters = sessions.get(session, _ -> new Counters(new LongAdder(), new LongAdder(), new LongAdder()));
        counters.bytesIn.add(bytesIn);
        counters.bytesOut.add(bytesOut);
        counters.events.add(events);
    }

    /** What passed, and forgets it. */
    Totals take(UUID session) {
        Counters counters = sessions.asMap().remove(session);
        return counters == null
                ? new Totals(0, 0, 0)
                : new Totals(counters.bytesIn.sum(), counters.bytesOut.sum(), counters.events.sum());
    }
}
