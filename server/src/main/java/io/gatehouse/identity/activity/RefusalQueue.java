package io.gatehouse.identity.activity;

import io.gatehouse.kernel.Transactions;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps refusals on a thread of its own: whether an address is known must not show in the time of an answer, and a flood
 * must not reach the database. What does not fit is forgotten; refusals are telemetry.
 */
@Component
final class RefusalQueue implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalQueue.class);
    private static final int WAITING = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final ActivityStore store;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("refusals").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    RefusalQueue(Transactions transactions, ActivityStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    void add(Happening refusal) {
        worker.execute(() -> keep(refusal));
    }

    private void keep(Happening refusal) {
        try {
            transactions.<Boolean>installation(() -> {
                store.insert(refusal);
                return true;
            });
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A refusal could not be kept", e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
