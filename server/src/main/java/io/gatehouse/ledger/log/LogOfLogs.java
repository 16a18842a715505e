package io.gatehouse.ledger.log;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.checkpoint.Origins;
import io.gatehouse.ledger.tree.Merkle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One log over all organizations' checkpoints, so that one small root vouches for all. Each minute it takes the checkpoints
 * that are new; its leaves are their texts, of which an organization sees its own.
 */
@Configuration(proxyBeanMethods = false)
class LogOfLogs {

    /** Whose log it is, as the tables have it. */
    static final OrganizationScope SCOPE = OrganizationScope.system(Origins.LOG_OF_LOGS);

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int BATCH = 1_000;

    private final Transactions transactions;
    private final LogOfLogsStore store;
    private final Log log;

    LogOfLogs(Transactions transactions, LogOfLogsStore store, Log log) {
        this.transactions = transactions;
        this.store = store;
        this.log = log;
    }

    @Bean
    RecurringTask<Void> ledgerLogOfLogs() {
        return Tasks.recurring("ledger-log-of-logs", FixedDelay.of(EVERY)).execute((_, _) -> take());
    }

    /** Takes what is new. */
    void take() {
        int taken;
        do {
            taken = transactions.installation(() -> {
                List<LogOfLogsStore.Leaf> leaves =
                        store.take(BATCH).stream().map(LogOfLogs::leaf).toList();
                if (!leaves.isEmpty()) {
                    store.insert(leaves);
                }
                return leaves.size();
            });
        } while (taken == BATCH);
    }

    /** That the latest checkpoint which was taken of the organization's log is in the log of logs. */
    String proof(OrganizationScope scope) {
        LogOfLogsStore.Logged logged = transactions.read(
                scope,
                () -> store.latest(scope)
                        .orElseThrow(() -> CommonProblem.NOT_FOUND.because(
                                "The log of logs has no checkpoint of this ledger yet; it takes one each minute")));
        return log.proof(SCOPE, logged.leaf(), logged.checkpoint().text().getBytes(StandardCharsets.UTF_8));
    }

    private static LogOfLogsStore.Leaf leaf(LogOfLogsStore.Unlogged unlogged) {
        byte[] text = unlogged.checkpoint().text().getBytes(StandardCharsets.UTF_8);
        return new LogOfLogsStore.Leaf(Ids.next(), unlogged, Merkle.leaf(text));
    }
}
