package io.gatehouse.testkit.fleet.net;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A network that misbehaves by a seeded plan: it loses requests, loses answers after the server did the work, sends
 * requests twice, and holds copies of old requests back to deliver them later, after newer ones.
 */
public final class FaultyNetwork implements Transport {
    private final Transport inner;
    private final Plan plan;
    private final Random random;
    private final List<Call> heldBack = new ArrayList<>();
    private int faults;

    /** How often each fault happens, in per cent of requests; the sum must not exceed 100. */
    public record Plan(int lostRequests, int lostAnswers, int repeated, int lateCopies) {
        /** Nothing ever goes wrong. */
        public static final Plan CALM = new Plan(0, 0, 0, 0);

        /** Refuses rates that cannot be. */
        public Plan {
            if (lostRequests < 0
                    || lostAnswers < 0
                    || repeated < 0
                    || lateCopies < 0
                    || lostRequests + lostAnswers + repeated + lateCopies > 100) {
                throw new IllegalArgumentException("rates must be 0 to 100 per cent together");
            }
        }
    }

    /** Wraps a transport; the same seed and the same calls give the same faults. */
    public FaultyNetwork(Transport inner, Plan plan, long seed) {
        this.inner = inner;
        this.plan = plan;
        this.random = new Random(seed);
    }

    /** How many faults happened so far. */
    public synchronized int faults() {
        return faults;
    }

    @Override
    public synchronized Answer send(Call call) throws IOException {
        deliverOneHeldBack();
        int dice = random.nextInt(100);
        if ((dice -= plan.lostRequests()) < 0) {
            faults++;
            throw new IOException("request lost");
        }
        if ((dice -= plan.lostAnswers()) < 0) {
            faults++;
            inner.send(call);
            throw new IOException("answer lost");
        }
        if ((dice -= plan.repeated()) < 0) {
            faults++;
            inner.send(call);
        } else if (dice - plan.lateCopies() < 0) {
            faults++;
            heldBack.add(call);
        }
        return inner.send(call);
    }

    private void deliverOneHeldBack() throws IOException {
        if (!heldBack.isEmpty() && random.nextInt(4) == 0) {
            inner.send(heldBack.removeFirst());
        }
    }

    /** Delivers what is still held back, so that a history ends with nothing in the air. */
    public synchronized void settle() throws IOException {
        for (Call call : heldBack) {
            inner.send(call);
        }
        heldBack.clear();
    }
}
