package io.gatehouse.testkit.fleet.people;

import io.gatehouse.testkit.fleet.MacClock;
import io.gatehouse.testkit.fleet.MacMemory;
import io.gatehouse.testkit.fleet.SimulatedMac;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Many Macs with people at them, each on a virtual thread of its own, in real time. */
public final class Fleet implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final MacClock clock;
    private final FleetListener listener;
    private final Random random;
    private final List<Resident> residents = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** An empty fleet; the seed decides who does what when. */
    public Fleet(MacClock clock, FleetListener listener, long seed) {
        this.clock = clock;
        this.listener = listener;
        this.random = new Random(seed);
    }

    /** Adds a Mac before the fleet starts. */
    public void add(SimulatedMac mac, Habit habit) {
        residents.add(new Resident(mac, habit, listener, random.nextLong()));
    }

    /** Starts every Mac; their first syncs are spread evenly over that time, in the order in which they were added. */
    public void start(Duration spread) {
        for (int index = 0; index < residents.size(); index++) {
            Resident resident = residents.get(index);
            Duration after = spread.multipliedBy(index).dividedBy(residents.size());
            threads.add(Thread.ofVirtual().name("mac-" + index).start(() -> live(resident, after)));
        }
    }

    private void live(Resident resident, Duration firstSyncAfter) {
        try {
            resident.live(firstSyncAfter, clock);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What every Mac remembers at this moment, each of them between two of its deeds. */
    public List<MacMemory> memories() {
        return residents.stream().map(Resident::memory).toList();
    }

    /** Stops every Mac and waits until all have stopped. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
