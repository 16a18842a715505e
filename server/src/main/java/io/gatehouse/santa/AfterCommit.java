package io.gatehouse.santa;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For what memory and open consoles are told: only once the change is kept. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs the work after the open transaction was committed, and never if it was not. */
    public static void run(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
