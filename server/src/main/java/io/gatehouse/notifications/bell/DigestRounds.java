package io.gatehouse.notifications.bell;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.notifications.DigestDue;
import io.gatehouse.notifications.Digests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends by mail what is due and not read. */
@Configuration(proxyBeanMethods = false)
class DigestRounds implements Digests {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int MOST = 500;
    private static final int MOST_LINES = 50;

    private final Transactions transactions;
    private final DigestStore store;
    private final Titles titles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DigestRounds(
            Transactions transactions,
            DigestStore store,
            Titles titles,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.titles = titles;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> notificationDigests() {
        return Tasks.recurring("notification-digests", FixedDelay.of(EVERY)).execute((_, _) -> round());
    }

    void round() {
        Instant now = clock.instant();
        int letter = (int) Duration.ofSeconds(now.getEpochSecond()).toMinutes();
        for (DigestStore.Due due : transactions.installation(() -> store.due(now, MOST))) {
            OrganizationScope scope = OrganizationScope.system(due.organization());
            transactions.write(scope, () -> {
                if (store.mark(scope, due.person(), letter, now) > 0) {
                    events.publishEvent(new DigestDue(due.organization(), due.person(), letter));
                }
            });
        }
    }

    @Override
    public List<Line> lines(OrganizationScope scope, PersonId person, int letter) {
        return transactions.read(scope, () -> {
            List<BellView> rows = store.unread(scope, person, letter, MOST_LINES);
            return titles.add(scope, rows).stream()
                    .map(row -> new Line(row.kind(), row.title(), row.path()))
                    .toList();
        });
    }
}
