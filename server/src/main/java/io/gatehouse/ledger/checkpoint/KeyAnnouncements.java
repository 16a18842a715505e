package io.gatehouse.ledger.checkpoint;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells each organization's book of new signing keys, one organization a transaction, until all have been told. */
@Configuration(proxyBeanMethods = false)
class KeyAnnouncements {

    private static final Logger LOG = LoggerFactory.getLogger(KeyAnnouncements.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int PAGE = 200;
    private static final String ACTION = "ledger.key-rotate";

    private final Transactions transactions;
    private final AnnouncementStore store;
    private final LogKeys keys;
    private final Ledger ledger;

    KeyAnnouncements(Transactions transactions, AnnouncementStore store, LogKeys keys, Ledger ledger) {
        this.transactions = transactions;
        this.store = store;
        this.keys = keys;
        this.ledger = ledger;
    }

    @Bean
    RecurringTask<Void> ledgerKeyAnnouncements() {
        return Tasks.recurring("ledger-key-announcements", FixedDelay.of(EVERY)).execute((_, _) -> announce());
    }

    /** Tells whoever does not know the latest version. */
    void announce() {
        int version = keys.proven().latest();
        List<AnnouncementStore.Due> page = transactions.installation(() -> store.due(version, null, PAGE));
        while (!page.isEmpty()) {
            page.forEach(due -> announce(due, version));
            AnnouncementStore.Due last = page.getLast();
            page = transactions.installation(() -> store.due(version, last.organization(), PAGE));
        }
    }

    private void announce(AnnouncementStore.Due due, int version) {
        OrganizationScope scope = OrganizationScope.system(due.organization());
        NewEntry entry = NewEntry.of(ACTION, "ledger", due.organization(), "Ledger")
                .change(null, Map.of("keys", keys.published(due.origin(), version)));
        try {
            transactions.write(scope, () -> {
                ledger.append(scope, entry);
                store.insert(scope, version, ACTION);
            });
        } catch (RuntimeException e) {
            LOG.warn("The ledger of {} was not told of new signing keys, trying again", due.organization(), e);
        }
    }
}
