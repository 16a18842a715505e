package io.gatehouse.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.SecondFactor;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in by two steps, and what somebody tries who knows the password only. */
@ServerTest
final class SecondFactorIT {

    private static final String SECOND_STEP = "/api/session/second-factor";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final PersonRef person;
    private final Api own;
    private final SecondFactor factor;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final Transactions transactions;

    @Autowired
    SecondFactorIT(TestOrganizations organizations, TestClock clock, JdbcClient jdbc, Transactions transactions) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.person = acme.another(Role.AUDITOR);
        this.own = acme.as(person);
        this.factor = SecondFactor.add(own, clock);
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void letsInWhoShowsBothFactorsAndTellsTheBook() {
        Api browser = knowsThePassword();
        assertThat(browser.get(SECOND_STEP).json().at("/factors").toString())
                .isEqualTo("[\"AUTHENTICATOR_APP\",\"BACKUP_CODE\"]");
        Api.Answer session = browser.post(SECOND_STEP, factor.proof(0));
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.json().at("/person/id").asString())
                .isEqualTo(person.id().toString());
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        Api.Answer book = acme.as(Role.SECURITY_ADMIN)
                .get("/api/organizations/{o}/ledger/entries?objectId=" + person.id() + "&action=person.sign-in");
        assertThat(book.json().at("/items/0/after/factors").toString())
                .isEqualTo("[\"PASSWORD\",\"AUTHENTICATOR_APP\"]");
        assertThat(acme.as(Role.SECURITY_ADMIN)
                        .get("/api/organizations/{o}/ledger/entries?objectId=" + person.id()
                                + "&action=person.add-factor")
                        .json()
                        .at("/items")
                        .size())
                .isOne();
    }

    @Test
    void thePasswordAloneOpensNothing() {
        Api browser = knowsThePassword();
        Api.Answer refused = browser.get("/api/session");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().at("/type").asString()).endsWith(":second-factor-awaited");
        assertThat(browser.get("/api/organizations/{o}").status()).isEqualTo(401);
        assertThat(browser.get("/api/account/factors").status()).isEqualTo(401);
        assertThat(browser.post("/api/account/factors/authenticator").status()).isEqualTo(401);
        assertThat(browser.delete("/api/account/factors/authenticator").status())
                .isEqualTo(401);
        assertThat(browser.put(
                                "/api/session/password",
                                Map.of(
                                        "currentPassword",
                                        TestOrganizations.PASSWORD,
                                        "newPassword",
                                        "another one 12345"))
                        .status())
                .isEqualTo(401);
        assertThat(browser.post(SECOND_STEP, SecondFactor.proof("PASSWORD", TestOrganizations.PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(SECOND_STEP, SecondFactor.proof("AUTHENTICATOR_APP", ""))
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(SECOND_STEP, SecondFactor.proof("BACKUP_CODE", "x".repeat(9000)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void eachStepGivesASessionThatNobodyKnewBefore() {
        String atFirst = own.cookie("GATEHOUSE_SESSION");
        Api victim = acme.anonymous();
        victim.cookie("GATEHOUSE_SESSION", atFirst);
        passwordStep(victim);
        String waiting = victim.cookie("GATEHOUSE_SESSION");
        assertThat(waiting).isNotEqualTo(atFirst);
        assertThat(own.get("/api/session").status()).isEqualTo(401);
        assertThat(victim.post(SECOND_STEP, factor.proof(0)).status()).isEqualTo(200);
        String full = victim.cookie("GATEHOUSE_SESSION");
        assertThat(full).isNotEqualTo(waiting);
        Api attacker = acme.anonymous();
        attacker.cookie("GATEHOUSE_SESSION", waiting);
        assertThat(attacker.get("/api/session").json().at("/type").asString()).endsWith(":not-signed-in");
        SecondFactor another = SecondFactor.add(browserOf(acme.another(Role.END_USER)), clock);
        assertThat(another.backupCodes()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void addingAFactorGivesANewSessionId() {
        Api browser = browserOf(acme.another(Role.END_USER));
        String before = browser.cookie("GATEHOUSE_SESSION");
        SecondFactor.add(browser, clock);
        assertThat(browser.cookie("GATEHOUSE_SESSION")).isNotEqualTo(before);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void aSessionWaitsTenMinutesForItsSecondFactor() {
        Api browser = knowsThePassword();
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(11))) {
            assertThat(browser.post(SECOND_STEP, factor.proof(0)).status()).isEqualTo(401);
        }
    }

    @Test
    void takesACodeOnceAndNoneThatIsOlder() {
        assertThat(knowsThePassword().post(SECOND_STEP, factor.proof(0)).status())
                .isEqualTo(200);
        Api browser = knowsThePassword();
        assertThat(browser.post(SECOND_STEP, factor.proof(0)).status()).isEqualTo(422);
        assertThat(browser.post(SECOND_STEP, factor.proof(-1)).status()).isEqualTo(422);
        assertThat(browser.post(SECOND_STEP, factor.proof(1)).status()).isEqualTo(200);
    }

    @Test
    void takesACodeOnceAlsoWhenItComesSeveralTimesAtOnce() throws Exception {
        List<Api> browsers =
                IntStream.range(0, 4).mapToObj(_ -> knowsThePassword()).toList();
        assertThat(atOnce(browsers, factor.proof(0))).containsOnlyOnce(200);
        List<Api> others =
                IntStream.range(0, 4).mapToObj(_ -> knowsThePassword()).toList();
        assertThat(atOnce(
                        others,
                        SecondFactor.proof("BACKUP_CODE", factor.backupCodes().getFirst())))
                .containsOnlyOnce(200);
    }

    @Test
    void takesABackupCodeOnceHoweverItIsWritten() {
        String code = factor.backupCodes().getFirst();
        String shouted = code.toUpperCase().replace("-", " ");
        assertThat(knowsThePassword()
                        .post(SECOND_STEP, SecondFactor.proof("BACKUP_CODE", shouted))
                        .status())
                .isEqualTo(200);
        assertThat(own.get("/api/account/factors").json().at("/backupCodesLeft").asInt())
                .isEqualTo(9);
        assertThat(knowsThePassword()
                        .post(SECOND_STEP, SecondFactor.proof("BACKUP_CODE", code))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void newBackupCodesReplaceTheOldOnes() {
        own.freshFactor(factor.proof(0));
        Api.Answer issued = own.post("/api/account/factors/backup-codes");
        assertThat(issued.json().at("/backupCodes").size()).isEqualTo(10);
        Api browser = knowsThePassword();
        assertThat(browser.post(
                                SECOND_STEP,
                                SecondFactor.proof(
                                        "BACKUP_CODE", factor.backupCodes().getLast()))
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(
                                SECOND_STEP,
                                SecondFactor.proof(
                                        "BACKUP_CODE",
                                        issued.json().at("/backupCodes/0").asString()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anInvitationIsNoWayAroundTheSecondFactor() {
        Api admin = organizations.enterprise().as(Role.SECURITY_ADMIN);
        String link = admin.post(
                        "/api/organizations/{o}/invitations",
                        Map.of("email", person.email(), "roles", List.of("AUDITOR")))
                .json()
                .at("/link")
                .asString();
        Api browser = acme.anonymous();
        browser.get("/api/session");
        Api.Answer accepted = browser.post(
                "/api/invitations/accept", Map.of("token", link.split("#")[1], "password", TestOrganizations.PASSWORD));
        assertThat(accepted.status()).isEqualTo(401);
        assertThat(accepted.json().at("/type").asString()).endsWith(":second-factor-awaited");
        assertThat(browser.get("/api/organizations/{o}").status()).isEqualTo(401);
        assertThat(browser.post(SECOND_STEP, factor.proof(0))
                        .json()
                        .at("/memberships")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void slowsGuessingDownAcrossSessionsAndBrowsersButNotForTheOwnBrowser() {
        Api attacker = knowsThePassword();
        for (int i = 0; i < 5; i++) {
            assertThat(attacker.post(SECOND_STEP, SecondFactor.proof("AUTHENTICATOR_APP", "00000" + i))
                            .status())
                    .isEqualTo(422);
        }
        Api.Answer paused = attacker.post(SECOND_STEP, factor.proof(0));
        assertThat(paused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(paused.header("Retry-After"))).isBetween(1, 31);
        assertThat(knowsThePassword().post(SECOND_STEP, factor.proof(0)).status())
                .isEqualTo(429);
        own.delete("/api/session");
        passwordStep(own);
        assertThat(own.post(SECOND_STEP, factor.proof(0)).status()).isEqualTo(200);
    }

    @Test
    void anAppThatWasNeverConfirmedCountsForNothing() {
        PersonRef other = acme.another(Role.END_USER);
        Api browser = browserOf(other);
        browser.post("/api/account/factors/authenticator");
        assertThat(browser.post("/api/account/factors/authenticator/confirm", Map.of("code", "000000"))
                        .status())
                .isEqualTo(422);
        assertThat(browserOf(other).get("/api/session").status()).isEqualTo(200);
        assertThat(browser.post("/api/account/factors/backup-codes").status()).isEqualTo(409);
    }

    @Test
    void keepsTheSeedSealedAndTheCodesHashed() {
        byte[] sealed =
                transactions.installation(() -> jdbc.sql("select seed from identity.authenticator where person_id = ?")
                        .param(person.id().value())
                        .query(byte[].class)
                        .single());
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(factor.app().seed(), StandardCharsets.ISO_8859_1));
        List<Integer> lengths = transactions.installation(
                () -> jdbc.sql("select length(code_hash) from identity.backup_code where person_id = ?")
                        .param(person.id().value())
                        .query(Integer.class)
                        .list());
        assertThat(lengths).hasSize(10).containsOnly(32);
    }

    private Api knowsThePassword() {
        return passwordStep(acme.anonymous());
    }

    private Api passwordStep(Api browser) {
        Api.Answer answer = browser.signIn(person.email(), TestOrganizations.PASSWORD);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().at("/type").asString()).endsWith(":second-factor-awaited");
        return browser;
    }

    private Api browserOf(PersonRef who) {
        return acme.as(who);
    }

    private static List<Integer> atOnce(List<Api> browsers, Map<String, String> proof) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = browsers.stream()
                    .map(browser -> threads.submit(
                            () -> browser.post(SECOND_STEP, proof).status()))
                    .toList();
            for (Future<Integer> answer : answers) {
                answer.get();
            }
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}
