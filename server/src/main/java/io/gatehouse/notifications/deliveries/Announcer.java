package io.gatehouse.notifications.deliveries;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.notifications.Announcement;
import io.gatehouse.notifications.Announcements;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts messages into the outbox, and has them sent as soon as the transaction is kept. */
@Service
final class Announcer implements Announcements {

    private final Transactions transactions;
    private final MessageStore store;
    private final Courier courier;
    private final Clock clock;

    Announcer(Transactions transactions, MessageStore store, Courier courier, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.courier = courier;
        this.clock = clock;
    }

    @Override
    public void announce(OrganizationScope scope, Announcement announcement) {
        Message message = new Message(
                Ids.next(), announcement.type().code(), announcement.subject(), announcement.path(), clock.instant());
        transactions.write(scope, () -> {
            if (store.insertIfWanted(scope, message)) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        courier.wake();
                    }
                });
            }
        });
    }
}
