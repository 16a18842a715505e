package io.gatehouse.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** However many come at once, only so many are hashed and only so many wait. */
final class HashQueueTest {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 3;
    private static final int FLOOD = 200;

    private final HashQueue queue = new HashQueue(AT_ONCE, WAITING);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void boundsWorkAndWaitingAndRefusesTheRestAtOnce() throws Exception {
        Semaphore inside = new Semaphore(0);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> admitted = new ArrayList<>();
            for (int i = 0; i < AT_ONCE + WAITING; i++) {
                admitted.add(threads.submit(() -> queue.admit(() -> {
                    inside.release();
                    return queue.inTurn(() -> hash(release));
                })));
            }
            inside.acquire(AT_ONCE + WAITING);
            for (int i = 0; i < FLOOD; i++) {
                assertThat(refused()).isTrue();
            }
            release.countDown();
            for (Future<Integer> one : admitted) {
                assertThat(one.get()).isOne();
            }
        }
        assertThat(most.get()).isLessThanOrEqualTo(AT_ONCE);
        assertThat(refused()).isFalse();
    }

    @Test
    void givesPlacesBackWhenWorkFails() {
        for (int i = 0; i < FLOOD; i++) {
            try {
                queue.<Integer>admit(() -> queue.inTurn(() -> {
                    throw new IllegalArgumentException("a broken hash");
                }));
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessage("a broken hash");
            }
        }
        assertThat(refused()).isFalse();
    }

    private int hash(CountDownLatch release) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            release.await();
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            running.decrementAndGet();
        }
    }

    private boolean refused() {
        try {
            queue.admit(() -> 1);
            return false;
        } catch (ProblemException e) {
            assertThat(e.problem()).isEqualTo(CommonProblem.TOO_MANY_ATTEMPTS);
            return true;
        }
    }
}
