package io.gatehouse.testkit.fleet.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Drives Macs against a server with a number of connections, each served by a virtual thread. */
public final class LoadGenerator {
    private final LoadDevices devices;
    private final LoadWire wire;
    private final int connections;
    private final boolean connectionPerSync;

    /**
     * Prepares a run.
     *
     * @param connections how many requests are under way at most
     * @param connectionPerSync a new connection for each sync, as real Macs do, instead of kept ones
     */
    public LoadGenerator(LoadDevices devices, LoadWire wire, int connections, boolean connectionPerSync) {
        this.devices = devices;
        this.wire = wire;
        this.connections = connections;
        this.connectionPerSync = connectionPerSync;
    }

    private interface Work {
        void run(LoadSession session, long number, long due) throws IOException;
    }

    /**
     * Lets every Mac sync in turn, over and over, without events.
     *
     * @param perSecond the rate to keep, or 0 for as many as the server answers
     */
    public LoadReport syncs(double perSecond, Duration duration) throws InterruptedException {
        return syncs(perSecond, duration, Long.MAX_VALUE);
    }

    /** Lets every Mac sync exactly once, as fast as the server answers. */
    public LoadReport oneSyncEach() throws InterruptedException {
        return syncs(0, Duration.ofDays(1), devices.count());
    }

    private LoadReport syncs(double perSecond, Duration duration, long most) throws InterruptedException {
        LoadReport report = new LoadReport();
        run(report, new Pace(perSecond, duration, most), (session, number, due) -> {
            session.sync((int) (number % devices.count()));
            report.sync(System.nanoTime() - due);
        });
        return report;
    }

    /**
     * Uploads batches that were made before the clock starts; each is sent once.
     *
     * @param batchesPerSecond the rate to keep, or 0 for as many as the server answers
     */
    public LoadReport events(EventBatches batches, double batchesPerSecond) throws InterruptedException {
        LoadReport report = new LoadReport();
        run(report, new Pace(batchesPerSecond, Duration.ofDays(1), batches.count()), (session, number, due) -> {
            session.upload(batches.device((int) number), batches.body((int) number));
            report.events(batches.eventsEach());
        });
        return report;
    }

    private void run(LoadReport report, Pace pace, Work work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(connections);
        for (int index = 0; index < connections; index++) {
            Thread.ofVirtual().start(() -> {
                try (LoadSession session = new LoadSession(devices, wire, connectionPerSync, report)) {
                    repeat(report, pace, work, session);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        report.finish(pace.elapsed());
    }

    private static void repeat(LoadReport report, Pace pace, Work work, LoadSession session)
            throws InterruptedException {
        for (long number = pace.take(); number >= 0; number = pace.take()) {
            try {
                work.run(session, number, pace.due(number));
            } catch (IOException e) {
                session.disconnect();
                report.failure(e.toString());
            }
        }
    }
}
