package io.gatehouse.identity.signin;

import io.gatehouse.kernel.CommonProblem;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds what checking passwords may cost: so many hashes at once, so many people waiting for their turn. More are
 * refused before any work is done, so that a flood exhausts neither memory nor the database.
 */
final class HashQueue {

    private final Semaphore places;
    private final Semaphore turns;

    /**
     * An empty queue.
     *
     * @param atOnce hashes computed at the same time
     * @param waiting how many more may wait
     */
    HashQueue(int atOnce, int waiting) {
        this.turns = new Semaphore(atOnce, true);
        this.places = new Semaphore(atOnce + waiting);
    }

    /**
     * Runs work that will want a turn.
     *
     * @throws io.gatehouse.kernel.ProblemException at once when the queue is full
     */
    <T> T admit(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw CommonProblem.TOO_MANY_ATTEMPTS.because("Many people are signing in: try again in a few seconds");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** Computes a hash when it is its turn; only within {@link #admit}. */
    <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
