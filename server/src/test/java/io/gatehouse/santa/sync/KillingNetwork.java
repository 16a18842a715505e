package io.gatehouse.santa.sync;

import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.net.Call;
import io.gatehouse.testkit.fleet.net.Transport;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Kills the server at counted calls, in turn: before the request is sent, while it is under way, and when it is answered but
 * nobody has read the answer. The Mac sees a broken connection, and tries again with the next server.
 */
final class KillingNetwork implements Transport {

    private static final int CALLS_BETWEEN = 12;

    private final Transport inner;
    private final Outage outage;
    private final Random random;
    private int killsLeft;
    private int callsLeft;

    /** Kills the server and starts another; runs the action just before. */
    @FunctionalInterface
    interface Outage {
        void happen(Runnable justBefore) throws IOException;
    }

    KillingNetwork(Transport inner, Outage outage, int kills, long seed) {
        this.inner = inner;
        this.outage = outage;
        this.random = new Random(seed);
        this.killsLeft = kills;
        this.callsLeft = nextDistance();
    }

    int killsLeft() {
        return killsLeft;
    }

    private int nextDistance() {
        return CALLS_BETWEEN + random.nextInt(CALLS_BETWEEN);
    }

    @Override
    public Answer send(Call call) throws IOException {
        callsLeft--;
        if (killsLeft == 0 || callsLeft > 0) {
            return inner.send(call);
        }
        killsLeft--;
        callsLeft = nextDistance();
        return switch (killsLeft % 3) {
            case 0 -> {
                outage.happen(() -> {});
                throw new IOException("killed before the request");
            }
            case 1 -> underWay(call);
            default -> {
                inner.send(call);
                outage.happen(() -> {});
                throw new IOException("killed before the answer was read");
            }
        };
    }

    /** Should the server have been quicker than the kill, the Mac gets its answer. */
    private Answer underWay(Call call) throws IOException {
        FutureTask<Answer> sending = new FutureTask<>(() -> inner.send(call));
        outage.happen(() -> Thread.startVirtualThread(sending));
        try {
            return sending.get();
        } catch (ExecutionException e) {
            throw new IOException("killed during the request", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
