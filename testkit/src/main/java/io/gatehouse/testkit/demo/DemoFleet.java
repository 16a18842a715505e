package io.gatehouse.testkit.demo;

import io.gatehouse.testkit.fleet.MacClock;
import io.gatehouse.testkit.fleet.MacMemory;
import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.SyncReport;
import io.gatehouse.testkit.fleet.Verdict;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import io.gatehouse.testkit.fleet.people.Fleet;
import io.gatehouse.testkit.fleet.people.FleetListener;
import io.gatehouse.testkit.fleet.software.Launch;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fleet of the demo, which wakes up at each start with what it remembers from the last. */
final class DemoFleet implements AutoCloseable, FleetListener {
    private static final Duration SPREAD = Duration.ofSeconds(30);
    private static final Duration SAVE_EVERY = Duration.ofSeconds(20);
    private static final int SHOWN_FAILURES = 5;
    private static final long SEED = 2026;

    private final DemoFile<MacMemory[]> file;
    private final PrintStream out;
    private final Fleet fleet = new Fleet(MacClock.system(), this, SEED);
    private final AtomicInteger failures = new AtomicInteger();
    private final Thread saver = Thread.ofVirtual().unstarted(this::saveNowAndThen);
    private volatile boolean stopping;

    DemoFleet(Path file, List<DemoMacs.DemoMac> macs, PrintStream out) {
        this.file = new DemoFile<>(file, MacMemory[].class);
        this.out = out;
        Map<String, MacMemory> memories = this.file.read().map(List::of).orElse(List.of()).stream()
                .collect(Collectors.toMap(MacMemory::machineId, Function.identity()));
        HttpTransport transport = HttpTransport.shared();
        for (DemoMacs.DemoMac mac : macs) {
            MacMemory memory = memories.get(mac.profile().machineId());
            fleet.add(
                    memory == null
                            ? new SimulatedMac(mac.profile(), transport, MacClock.system())
                            : SimulatedMac.resume(mac.profile(), transport, MacClock.system(), memory),
                    mac.habit());
        }
    }

    void start() {
        fleet.start(SPREAD);
        saver.start();
    }

    private void saveNowAndThen() {
        try {
            while (true) {
                Thread.sleep(SAVE_EVERY);
                save();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void save() {
        file.write(fleet.memories().toArray(MacMemory[]::new));
    }

    @Override
    public void synced(SimulatedMac mac, SyncReport report) {
        report.notices().forEach(notice -> say(mac, notice));
        if (!report.succeeded() && !stopping && failures.getAndIncrement() < SHOWN_FAILURES) {
            say(mac, "could not sync: " + report.failure());
        }
    }

    @Override
    public void ranAfterBlock(SimulatedMac mac, Launch launch, Verdict verdict) {
        say(mac, "runs " + launch.binary().fileName() + " (" + verdict.decision() + ")");
    }

    private void say(SimulatedMac mac, String what) {
        String host = mac.profile().hostname();
        out.println(host.substring(0, host.indexOf('.')) + ": " + what);
    }

    @Override
    public void close() {
        stopping = true;
        saver.interrupt();
        fleet.close();
        save();
    }
}
