package io.gatehouse.testkit.fleet.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Hands out pieces of work: at a steady rate, each with the moment when it is due, or as fast as they are asked for. */
final class Pace {
    private final AtomicLong next = new AtomicLong();
    private final long start = System.nanoTime();
    private final long end;
    private final double nanosecondsEach;
    private final long most;

    Pace(double perSecond, Duration duration, long most) {
        this.nanosecondsEach = perSecond <= 0 ? 0 : 1e9 / perSecond;
        this.end = start + duration.toNanos();
        this.most = most;
    }

    /** The number of the next piece, after waiting until it is due, or -1 when the run is over. */
    long take() throws InterruptedException {
        long number = next.getAndIncrement();
        long wait = due(number) - System.nanoTime();
        if (number >= most || due(number) >= end || System.nanoTime() >= end) {
            return -1;
        }
        if (wait > 0) {
            Thread.sleep(Duration.ofNanos(wait));
        }
        return number;
    }

    /** When that piece was due; without a rate, now. */
    long due(long number) {
        return nanosecondsEach == 0 ? System.nanoTime() : start + (long) (number * nanosecondsEach);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
