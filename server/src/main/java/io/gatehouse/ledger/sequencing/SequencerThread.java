package io.gatehouse.ledger.sequencing;

import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.clock.ClockCheck;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the sequencer of this node: as soon as a node says that entries were written, and each second in case nobody did. While
 * other nodes have the lease it only asks for it.
 */
@Component
final class SequencerThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SequencerThread.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOCKS_LOOKED_AT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Sequencer sequencer;
    private final Lease lease;
    private final Signals signals;
    private final ClockCheck clocks;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread worker;
    private long clocksAt;

    SequencerThread(
            Sequencer sequencer, Transactions transactions, LeaseStore leases, Signals signals, ClockCheck clocks) {
        this.sequencer = sequencer;
        this.lease = new Lease(transactions, leases);
        this.signals = signals;
        this.clocks = clocks;
        this.clocksAt = System.nanoTime() - CLOCKS_LOOKED_AT.toNanos();
    }

    @Override
    public void start() {
        Thread thread = Thread.ofPlatform().name("sequencer").daemon().unstarted(this::run);
        // Known before it runs: the thread ends as soon as it is not the worker.
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = worker;
        worker = null;
        wake.release();
        try {
            if (running != null) {
                running.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void run() {
        try (Signals.Subscription ignored = signals.subscribe(this::hear)) {
            while (isWorker()) {
                if (!round()) {
                    pause();
                }
            }
            lease.release();
        } catch (RuntimeException e) {
            LOG.warn("The sequencer's lease was not given back; it ends by itself", e);
        }
    }

    private boolean isWorker() {
        return Objects.equals(worker, Thread.currentThread());
    }

    private void hear(Signals.Signal signal) {
        if (signal.topic() == Signals.Topic.LEDGER) {
            wake.release();
        }
    }

    /** Whether more waits. */
    private boolean round() {
        try {
            // Whoever has the wrong time lets the lease run out, for a node that knows it.
            OptionalLong token = isClockRight() ? lease.token() : OptionalLong.empty();
            if (token.isEmpty()) {
                return false;
            }
            Sequencer.Outcome outcome = sequencer.sequence(token.getAsLong());
            if (outcome == Sequencer.Outcome.LOST) {
                lease.lost();
            }
            return outcome == Sequencer.Outcome.FULL;
        } catch (Throwable e) {
            // Not even an error may end the thread: nobody would start it again.
            LOG.error("A batch of the ledger was not sequenced, trying again", e);
            return false;
        }
    }

    private boolean isClockRight() {
        if (System.nanoTime() - clocksAt < CLOCKS_LOOKED_AT.toNanos()) {
            return clocks.agrees();
        }
        clocksAt = System.nanoTime();
        return clocks.measure();
    }

    private void pause() {
        try {
            if (wake.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            worker = null;
            Thread.currentThread().interrupt();
        }
    }
}
