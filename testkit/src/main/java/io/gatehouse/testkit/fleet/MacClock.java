package io.gatehouse.testkit.fleet;

import java.time.Duration;
import java.time.Instant;

/** A Mac's time: what it is, and waiting for it to pass. */
public interface MacClock {

    /** The time now. */
    Instant now();

    /** Lets that much time pass. */
    void sleep(Duration duration) throws InterruptedException;

    /** Real time. */
    static MacClock system() {
        return new MacClock() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
