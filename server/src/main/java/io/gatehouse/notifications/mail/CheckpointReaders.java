package io.gatehouse.notifications.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has everybody who wants it told the checkpoint of a ledger, once a day. */
@Configuration(proxyBeanMethods = false)
class CheckpointReaders {

    private static final LocalTime AT = LocalTime.of(4, 0);

    private final Transactions transactions;
    private final CheckpointReaderStore store;
    private final Outbox outbox;
    private final Clock clock;

    CheckpointReaders(Transactions transactions, CheckpointReaderStore store, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> dailyCheckpoint() {
        return Tasks.recurring("daily-checkpoint", new Daily(ZoneOffset.UTC, AT))
                .execute((_, _) -> tellAll());
    }

    private void tellAll() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        transactions.installation(store::everywhere).forEach(reader -> tell(reader, day));
    }

    private void tell(CheckpointReaderStore.Reader reader, LocalDate day) {
        outbox.put(
                reader.organization(),
                Mail.Kind.LEDGER_CHECKPOINT,
                reader.person().value(),
                1,
                "checkpoint " + day + " " + reader.organization() + " " + reader.person());
    }
}
