package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.software.Launch;
import io.gatehouse.testkit.fleet.software.Software;
import io.gatehouse.testkit.fleet.wire.Message;
import java.time.Instant;
import java.util.List;

/** Makes any number of execution events, no two alike, over the catalogue's software. */
public final class EventMaker {
    private static final List<Launch> LAUNCHES = Software.unfamiliar("robin");

    private final EventWriter writer = new EventWriter(ClientVersion.NEWEST);
    private final Instant from;
    private int made;

    /** The first event happens at that moment, each later one a millisecond after the one before it. */
    public EventMaker(Instant from) {
        this.from = from;
    }

    /** The next event. */
    public Message next() {
        Launch launch = LAUNCHES.get(made % LAUNCHES.size());
        Verdict verdict = new Verdict("BLOCK_UNKNOWN", null, false);
        Message event = writer.execution(launch, verdict, from.plusMillis(made), 500 + made % 90_000);
        made++;
        return event;
    }
}
