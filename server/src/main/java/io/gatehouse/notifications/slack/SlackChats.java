package io.gatehouse.notifications.slack;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.notifications.Chats;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has the message about a thing brought up to date as soon as the transaction is kept. */
@Service
final class SlackChats implements Chats {

    private final Transactions transactions;
    private final PostStore posts;
    private final Poster poster;
    private final Clock clock;

    SlackChats(Transactions transactions, PostStore posts, Poster poster, Clock clock) {
        this.transactions = transactions;
        this.posts = posts;
        this.poster = poster;
        this.clock = clock;
    }

    @Override
    public void changed(OrganizationScope scope, UUID subject) {
        transactions.write(scope, () -> {
            if (posts.due(scope, subject, clock.instant())) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        poster.wake();
                    }
                });
            }
        });
    }
}
