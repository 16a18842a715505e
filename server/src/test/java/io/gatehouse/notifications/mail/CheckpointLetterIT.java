package io.gatehouse.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ArrivedLetter;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.Verifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The daily letter with the checkpoint: to whom, how often, and that it is worth keeping. */
@MailTest
final class CheckpointLetterIT {

    private static final String LETTERS = "/api/organizations/{o}/ledger/checkpoint-letters";
    private static final String EXPORT = "/api/organizations/{o}/ledger/entries/export?format=jsonl";

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final RecurringTask<Void> dailyCheckpoint;
    private final TestClock clock;
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final PersonRef auditor;
    private final Api browser;

    @TempDir
    private Path folder;

    @Autowired
    CheckpointLetterIT(
            Transactions transactions,
            JdbcClient jdbc,
            @Qualifier("dailyCheckpoint") RecurringTask<Void> dailyCheckpoint,
            TestClock clock,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.dailyCheckpoint = dailyCheckpoint;
        this.clock = clock;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.auditor = acme.person(Role.AUDITOR);
        this.browser = acme.as(Role.AUDITOR);
    }

    @Test
    void bringsTheCheckpointToKeepOnceADay() {
        begin(browser);
        assertThat(browser.get(LETTERS).json().toString()).contains("\"wanted\":true", "\"offered\":true");
        TestLog log = new TestLog(acme).sequenced();
        byte[] checkpoint = log.text("/log/checkpoint").getBytes(StandardCharsets.UTF_8);
        tell();
        tell();
        ArrivedLetter letter = TestMail.await(auditor.email(), 1);
        assertThat(letter.files()).hasSize(1);
        byte[] kept = letter.files().values().iterator().next();
        assertThat(kept).isEqualTo(checkpoint);
        assertContinues(log, kept);
        assertThat(TestMail.to(auditor.email())).hasSize(1);
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(1))) {
            tell();
            TestMail.await(auditor.email(), 2);
        }
        browser.delete(LETTERS);
        assertThat(browser.get(LETTERS).json().toString()).contains("\"wanted\":false");
        assertThat(browser.get("/api/organizations/{o}/ledger/entries?objectType=ledger")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(entry -> entry.at("/action").asString()))
                .contains("ledger.letters-begin", "ledger.letters-end");
    }

    @Test
    void saysWhenTheLedgerIsInDoubtAndBringsNothingThen() {
        organizations.breakLedger(acme);
        begin(browser);
        new TestLog(acme).sequenced();
        OwnerDatabase.update(acme.id(), """
                insert into ledger.alarm (organization_id, id, finding, place, detail, found_at)
                values (?, ?, 'CHECKPOINT_CHANGED', 'here', 'something', now())
                """, acme.id().value(), UUID.randomUUID());
        tell();
        ArrivedLetter letter = TestMail.await(auditor.email(), 1);
        assertThat(letter.header("Subject")).startsWith("No checkpoint today");
        assertThat(letter.files()).isEmpty();
    }

    @Test
    void endsForWhoeverMayNotReadTheLedgerAnyMore() {
        PersonRef leaver = acme.another(Role.AUDITOR);
        begin(acme.as(leaver));
        new TestLog(acme).sequenced();
        OwnerDatabase.update(
                acme.id(),
                "update identity.membership set suspended_at = now() where organization_id = ? and person_id = ?",
                acme.id().value(),
                leaver.id().value());
        tell();
        Awaitility.await().until(() -> count("mail where state = 'NEEDLESS' and subject_id = :person", leaver) == 1);
        assertThat(count("checkpoint_reader where person_id = :person", leaver)).isZero();
        assertThat(TestMail.to(leaver.email())).isEmpty();
    }

    @Test
    void nobodyReadsOfALedgerOfOthers() {
        assertThat(organizations
                        .enterprise()
                        .as(Role.AUDITOR)
                        .put(LETTERS.replace("{o}", acme.id().toString()), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(acme.as(Role.END_USER).put(LETTERS, Map.of()).status()).isEqualTo(403);
    }

    private void assertContinues(TestLog log, byte[] kept) {
        Verifier verifier = new Verifier(folder);
        byte[] keys = String.join("\n", log.sequenced().keys()).getBytes(StandardCharsets.UTF_8);
        Verifier.Verdict verdict = verifier.verify(
                browser.download(EXPORT),
                "--key",
                verifier.file("keys", keys).toString(),
                "--kept",
                verifier.file("kept", kept).toString());
        assertThat(verdict.code()).as(verdict.text()).isEqualTo(Verifier.PROVEN);
    }

    private static void begin(Api browser) {
        assertThat(browser.put(LETTERS, Map.of()).status()).isEqualTo(204);
        assertThat(browser.put(LETTERS, Map.of()).status()).isEqualTo(204);
    }

    private void tell() {
        dailyCheckpoint.executeRecurringly(null, null);
    }

    private int count(String rows, PersonRef person) {
        return transactions.installation(() -> jdbc.sql("select count(*) from notifications." + rows)
                .param("person", person.id().value())
                .query(Integer.class)
                .single());
    }
}
