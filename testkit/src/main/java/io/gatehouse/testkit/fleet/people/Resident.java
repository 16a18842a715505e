package io.gatehouse.testkit.fleet.people;

import io.gatehouse.testkit.fleet.FileAccess;
import io.gatehouse.testkit.fleet.MacClock;
import io.gatehouse.testkit.fleet.MacMemory;
import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.SyncReport;
import io.gatehouse.testkit.fleet.Verdict;
import io.gatehouse.testkit.fleet.software.Launch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** A Mac with somebody at it: syncs when it is due, opens software in between, and tries again what a sync allowed. */
final class Resident {
    private static final int REMEMBERED_BLOCKS = 8;
    private static final int WATCHED_PER_CENT = 3;

    private final SimulatedMac mac;
    private final Habit habit;
    private final FleetListener listener;
    private final Random random;
    private final Deque<Launch> blocked = new ArrayDeque<>();
    private final List<Launch> familiar;
    private final List<Launch> unfamiliar;
    private boolean settledIn;

    Resident(SimulatedMac mac, Habit habit, FleetListener listener, long seed) {
        this.mac = mac;
        this.habit = habit;
        this.listener = listener;
        this.random = new Random(seed);
        this.familiar = habit.familiar();
        this.unfamiliar = habit.unfamiliar();
    }

    synchronized MacMemory memory() {
        return mac.memory();
    }

    /** Syncs, retries what was blocked, and says when the next sync is due. */
    synchronized Duration sync() {
        SyncReport report = mac.sync();
        listener.synced(mac, report);
        blocked.removeIf(this::retry);
        if (report.succeeded() && !settledIn) {
            settledIn = true;
            habit.first().forEach(this::launch);
        }
        return mac.settings().fullSyncInterval();
    }

    private boolean retry(Launch launch) {
        boolean runs = mac.wouldRun(launch);
        if (runs) {
            listener.ranAfterBlock(mac, launch, mac.execute(launch));
        }
        return runs;
    }

    /** Opens something: mostly what everybody uses, sometimes what nobody decided about yet. */
    synchronized void act() {
        List<FileAccess> watched = habit.watched();
        if (!watched.isEmpty() && random.nextInt(100) < WATCHED_PER_CENT) {
            mac.accessFile(watched.get(random.nextInt(watched.size())));
        }
        boolean adventurous = random.nextInt(100) < habit.adventurousness();
        List<Launch> choice = adventurous ? unfamiliar : familiar;
        if (!choice.isEmpty()) {
            launch(choice.get(random.nextInt(choice.size())));
        }
    }

    private void launch(Launch launch) {
        Verdict verdict = mac.execute(launch);
        if (verdict.blocked()) {
            blocked.remove(launch);
            blocked.addLast(launch);
            if (blocked.size() > REMEMBERED_BLOCKS) {
                blocked.removeFirst();
            }
            listener.blocked(mac, launch, verdict);
        }
    }

    /** The time until the person does something again: now and then, never by the clock. */
    Duration pause() {
        double share = -Math.log(1 - random.nextDouble());
        return Duration.ofMillis((long) (habit.meanPause().toMillis() * Math.min(share, 4)));
    }

    /** Lives until the thread is interrupted. */
    void live(Duration firstSyncAfter, MacClock clock) throws InterruptedException {
        clock.sleep(firstSyncAfter);
        Instant nextSync = clock.now();
        Instant nextAction = nextSync.plus(pause());
        while (!Thread.currentThread().isInterrupted()) {
            Instant next = nextSync.isBefore(nextAction) ? nextSync : nextAction;
            Duration wait = Duration.between(clock.now(), next);
            if (wait.isPositive()) {
                clock.sleep(wait);
            }
            if (next.equals(nextSync)) {
                nextSync = clock.now().plus(sync());
            } else {
                act();
                nextAction = clock.now().plus(pause());
            }
        }
    }
}
