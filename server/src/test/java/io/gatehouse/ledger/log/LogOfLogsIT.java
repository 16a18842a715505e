package io.gatehouse.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.checkpoint.Origins;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.tlog.LogReader;
import io.gatehouse.testkit.tlog.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One log vouches for the checkpoints of all organizations, and shows none of them to another. */
@ServerTest
final class LogOfLogsIT {

    private static final String LOG_OF_LOGS = "/log-of-logs/";

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final LogOfLogs logOfLogs;
    private final LogOfLogsStore store;
    private final TestOrganization acme;
    private final TestLog log;

    @Autowired
    LogOfLogsIT(
            Transactions transactions,
            JdbcClient jdbc,
            LogOfLogs logOfLogs,
            LogOfLogsStore store,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.logOfLogs = logOfLogs;
        this.store = store;
        this.acme = organizations.enterprise();
        this.log = new TestLog(acme);
    }

    @Test
    void provesTheCheckpointOfALog() {
        Tree checkpoint = log.sequenced().reader().checkpoint();
        logOfLogs.take();
        String proof = awaitProof();
        String proven = new String(reader().proven(proof), StandardCharsets.UTF_8);
        assertThat(proven.lines()).hasSize(3).startsWith(checkpoint.origin(), Long.toString(checkpoint.size()));
        assertThat(log.text("/log/checkpoint")).startsWith(proven);
        Tree kept = reader().checkpoint();
        acme.as(acme.another(Role.AUDITOR)).get("/api/session");
        log.sequenced();
        logOfLogs.take();
        Awaitility.await().until(() -> reader().checkpoint().size() > kept.size());
        assertThat(reader().goesOn(kept, log.text(LOG_OF_LOGS + "consistency?from=" + kept.size()))
                        .size())
                .isGreaterThan(kept.size());
    }

    @Test
    void takesEachCheckpointOnceAndNoneOfItsOwn() {
        log.sequenced();
        logOfLogs.take();
        awaitProof();
        logOfLogs.take();
        assertThat(taken(acme.id())).isEqualTo(1);
        assertThat(taken(Origins.LOG_OF_LOGS)).isZero();
    }

    @Test
    void losesNoCheckpointThatIsSealedWhileItTakesOthers() {
        log.sequenced();
        transactions.installation(() -> {
            assertThat(store.take(1_000)).isPositive();
            return CompletableFuture.supplyAsync(() -> {
                        acme.as(acme.another(Role.AUDITOR)).get("/api/session");
                        return log.sequenced();
                    })
                    .join();
        });
        logOfLogs.take();
        String latest = log.text("/log/checkpoint").lines().limit(3).collect(Collectors.joining("\n", "", "\n"));
        assertThat(new String(reader().proven(awaitProof()), StandardCharsets.UTF_8))
                .isEqualTo(latest);
    }

    @Test
    void theServersRoleCannotLetItTakeAnythingElse() {
        for (String table : List.of("pending", "logged_checkpoint")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> transactions.installation(() -> jdbc.sql("insert into ledger." + table
                                    + " values ('" + Origins.LOG_OF_LOGS + "', null, null)")
                            .update()))
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void showsHashesAndNoLeaves() {
        log.sequenced();
        logOfLogs.take();
        awaitProof();
        Tree tree = reader().checkpoint();
        long width = tree.size() % 256;
        if (width > 0) {
            assertThat(log.probe(LOG_OF_LOGS + "tile/0/%03d.p/%d".formatted(tree.size() / 256, width))
                            .status())
                    .isEqualTo(200);
        }
        Api.Answer leaves = log.probe(LOG_OF_LOGS + "tile/entries/000.p/1");
        assertThat(leaves.status()).isEqualTo(404);
        assertThat(leaves.body()).contains("urn:gatehouse:problem:not-found");
    }

    private int taken(OrganizationId organization) {
        return transactions.read(
                OrganizationScope.system(organization),
                () -> jdbc.sql("select count(*) from ledger.logged_checkpoint")
                        .query(Integer.class)
                        .single());
    }

    private String awaitProof() {
        Awaitility.await().until(() -> log.probe(LOG_OF_LOGS + "proof").status() == 200);
        return log.text(LOG_OF_LOGS + "proof");
    }

    private LogReader reader() {
        return new LogReader(
                "localhost:0/ledger",
                log.text(LOG_OF_LOGS + "keys").lines().toList(),
                path -> log.text(LOG_OF_LOGS + path).getBytes(StandardCharsets.UTF_8));
    }
}
