package io.gatehouse.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One log vouches for the checkpoints of all organizations, and shows none of them to another. */
@ServerTest
final class LogOfLogsIT {

    private static final String LOG_OF_LOGS = "/log-of-logs/";

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final LogOfLogs logOfLogs;
    private final TestOrganization acme;
    private final TestLog log;

    @Autowired
    LogOfLogsIT(Transactions transactions, JdbcClient jdbc, LogOfLogs logOfLogs, TestOrganizations organizations) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.logOfLogs = logOfLogs;
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
