package io.gatehouse.santa.sync;

import io.gatehouse.testkit.fleet.ClientMode;
import io.gatehouse.testkit.fleet.ManualClock;
import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.history.ServerUnderTest;
import io.gatehouse.testkit.fleet.net.Transport;
import io.gatehouse.testkit.fleet.software.Software;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Macs that block whatever runs and upload each block at once, all of them at the same time. */
final class Uploaders implements AutoCloseable {

    private static final int MACS = 4;
    private static final int PATIENCE_SECONDS = 60;

    private final List<SimulatedMac> macs = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private final Semaphore acknowledged = new Semaphore(0);
    private int programs;

    Uploaders(ServerUnderTest server, Transport transport, Instant start) {
        for (int mac = 0; mac < MACS; mac++) {
            macs.add(new SimulatedMac(
                    server.newMac("uploader-" + mac)
                            .initialMode(ClientMode.LOCKDOWN)
                            .build(),
                    transport,
                    new ManualClock(start)));
        }
    }

    /** Each Mac blocks so many programs, one after the other. */
    void begin(int blocks) {
        acknowledged.drainPermits();
        int first = programs;
        programs += blocks;
        macs.forEach(mac -> running.add(threads.submit(() -> block(mac, first, blocks))));
    }

    private void block(SimulatedMac mac, int first, int blocks) {
        String name = "tool of " + mac.profile().machineId();
        for (int program = first; program < first + blocks; program++) {
            mac.execute(Software.unsigned(name, String.valueOf(program)), "casey");
            if (mac.lastUploadProblem().isEmpty()) {
                acknowledged.release();
            }
        }
    }

    /** Waits for so many more uploads to be answered. */
    void awaitAcknowledged(int uploads) throws InterruptedException {
        if (!acknowledged.tryAcquire(uploads, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server does not take " + uploads + " uploads");
        }
    }

    /** Waits until all have tried everything. */
    void end() throws Exception {
        for (Future<?> each : running) {
            each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        running.clear();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
