package io.gatehouse.notifications.mail;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Letters on their way. Each is sent at least once, and again after pauses that grow, until it is given up. */
@Service
final class Outbox {

    /** Longer than any connection lasts: nobody else sends a letter meanwhile. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Transactions transactions;
    private final MailStore store;
    private final MailSettings settings;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Outbox(Transactions transactions, MailStore store, MailSettings settings, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Calls the listener whenever there is something new to send. */
    void onArrival(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Puts a letter in, in the listener's open transaction. Without a server for mail there are no letters.
     *
     * @param occasion no second letter is put in for the same
     */
    void put(@Nullable OrganizationId organization, Mail.Kind kind, UUID subject, int number, String occasion) {
        if (!settings.isOffered()) {
            return;
        }
        transactions.<Boolean>installation(() -> {
            store.insert(organization, kind, subject, number, occasion, clock.instant());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    listeners.forEach(Runnable::run);
                }
            });
            return true;
        });
    }

    /** One whose time has come, for the caller alone. */
    Optional<Mail> take() {
        Instant now = clock.instant();
        return transactions.installation(() -> store.take(now, now.plus(LEASE)));
    }

    /** To whom it goes; the rest of the address is nobody's business but theirs. */
    void addressed(Mail mail, String domain) {
        transactions.<Boolean>installation(() -> {
            store.addressed(mail, domain);
            return true;
        });
    }

    void sent(Mail mail) {
        finish(mail, Mail.State.SENT, null);
    }

    void needless(Mail mail) {
        finish(mail, Mail.State.NEEDLESS, null);
    }

    void refused(Mail mail, String problem) {
        finish(mail, Mail.State.DEAD, problem);
    }

    /** Will be tried again, unless that would be too late. */
    void failed(Mail mail, String problem) {
        Instant now = clock.instant();
        Instant again = now.plus(pause(mail.attempts()));
        if (again.isAfter(mail.giveUpAt())) {
            finish(mail, Mail.State.DEAD, problem);
            return;
        }
        transactions.<Boolean>installation(() -> {
            store.postpone(mail, again, problem, now);
            return true;
        });
    }

    /** Forgets what was done long ago. */
    void sweep() {
        transactions.<Boolean>installation(() -> {
            store.deleteDoneBefore(clock.instant().minus(KEPT));
            return true;
        });
    }

    private void finish(Mail mail, Mail.State state, @Nullable String problem) {
        transactions.<Boolean>installation(() -> {
            store.finish(mail, state, problem, clock.instant());
            return true;
        });
    }

    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
