package io.gatehouse.testkit.fleet.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What a run did and how long it took; it grows while the run goes on. */
public final class LoadReport {
    private final Map<String, Histogram> latencies = new TreeMap<>();
    private final LongAdder syncs = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder rules = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder bodyBytesSent = new LongAdder();
    private final LongAdder bodyBytesReceived = new LongAdder();
    private final LongAdder headBytesReceived = new LongAdder();
    private volatile @Nullable String firstFailure;
    private volatile Duration elapsed = Duration.ZERO;

    LoadReport() {
        for (String name : new String[] {"sync", "preflight", "eventupload", "ruledownload", "postflight"}) {
            latencies.put(name, new Histogram());
        }
    }

    /** Latencies of {@code sync} (from the moment when it was due) or of one stage's requests. */
    public Histogram latency(String name) {
        Histogram found = latencies.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no latencies of " + name + "; there are " + latencies.keySet());
        }
        return found;
    }

    void request(String stage, long nanoseconds, int sent, Connection.Reply reply) {
        latency(stage).record(nanoseconds);
        bodyBytesSent.add(sent);
        bodyBytesReceived.add(reply.body().length);
        headBytesReceived.add(reply.headBytes());
    }

    void sync(long nanoseconds) {
        latency("sync").record(nanoseconds);
        syncs.increment();
    }

    void events(int count) {
        events.add(count);
    }

    void rules(int count) {
        rules.add(count);
    }

    void failure(String reason) {
        failures.increment();
        if (firstFailure == null) {
            firstFailure = reason;
        }
    }

    void finish(Duration duration) {
        elapsed = duration;
    }

    /** Syncs that came to their end. */
    public long syncs() {
        return syncs.sum();
    }

    /** Events that the server answered 200. */
    public long events() {
        return events.sum();
    }

    /** Rules that were downloaded. */
    public long rules() {
        return rules.sum();
    }

    /** Syncs or uploads that failed. */
    public long failures() {
        return failures.sum();
    }

    /** Why the first failure failed, null if none did. */
    public @Nullable String firstFailure() {
        return firstFailure;
    }

    /** Body bytes of requests as sent. */
    public long bodyBytesSent() {
        return bodyBytesSent.sum();
    }

    /** Body bytes of answers as received. */
    public long bodyBytesReceived() {
        return bodyBytesReceived.sum();
    }

    /** Bytes of answers' status lines and headers. */
    public long headBytesReceived() {
        return headBytesReceived.sum();
    }

    /** How long the run took. */
    public Duration elapsed() {
        return elapsed;
    }

    /** That many of something, per second of the run. */
    public double perSecond(long count) {
        return elapsed.isZero() ? 0 : count * 1e9 / elapsed.toNanos();
    }
}
