package io.gatehouse.identity.reset;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ArrivedLetter;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A forgotten password, and those who would rather set somebody else's. */
@MailTest
final class PasswordResetIT {

    private static final String ASK = "/api/password-resets";
    private static final String COMPLETE = "/api/password-resets/complete";
    private static final String FRESH = "violet otters juggle pans";

    private final TestOrganizations organizations;
    private final TestClock clock;
    private final PasswordResets resets;
    private final TestOrganization acme;
    private final PersonRef person;
    private final String source = "203.0.113." + ThreadLocalRandom.current().nextInt(1, 255);

    @Autowired
    PasswordResetIT(TestOrganizations organizations, TestClock clock, PasswordResets resets) {
        this.organizations = organizations;
        this.clock = clock;
        this.resets = resets;
        this.acme = organizations.enterprise();
        this.person = acme.another(Role.AUDITOR);
    }

    @Test
    void aMailedLinkSetsANewPasswordOnceAndTellsThePerson() {
        Api old = acme.as(person);
        assertThat(browser().get(ASK).json().at("/offered").asBoolean()).isTrue();
        assertThat(ask(person.email()).status()).isEqualTo(202);
        ArrivedLetter letter = TestMail.await(person.email(), 1);
        assertThat(letter.header("Subject")).isEqualTo("Choose a new password");
        assertThat(letter.html()).contains(letter.token());
        assertThat(browser()
                        .post(ASK + "/look-up", Map.of("token", letter.token()))
                        .json()
                        .at("/email")
                        .asString())
                .isEqualTo(person.email());
        assertThat(complete(letter.token(), FRESH).status()).isEqualTo(204);
        assertThat(old.get("/api/session").status()).isEqualTo(401);
        assertThat(browser().signIn(person.email(), TestOrganizations.PASSWORD).status())
                .isEqualTo(401);
        assertThat(browser().signIn(person.email(), FRESH).status()).isEqualTo(200);
        assertThat(complete(letter.token(), "another " + FRESH).status()).isEqualTo(404);
        assertThat(TestMail.await(person.email(), 2).header("Subject")).isEqualTo("Your password was changed");
        assertThat(acme.as(Role.SECURITY_ADMIN)
                        .get("/api/organizations/{o}/ledger/entries?action=person.reset-password")
                        .json()
                        .at("/items")
                        .size())
                .isOne();
    }

    @Test
    void answersStrangersAsItAnswersMembers() {
        Api.Answer known = ask(person.email());
        Api.Answer unknown = ask("nobody-" + UUID.randomUUID() + "@example.test");
        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(ask("not an address").status()).isEqualTo(422);
        assertThat(ask("a@b.test\r\nBcc: everybody@example.test").status()).isEqualTo(422);
    }

    @Test
    void doesTheSameWorkForStrangersAsForMembers() {
        List<String> known = statementsOf(person.email());
        assertThat(known).hasSizeGreaterThan(5);
        assertThat(statementsOf("nobody-" + UUID.randomUUID() + "@example.test"))
                .isEqualTo(known);
    }

    @Test
    void sendsAnAccountAFewLettersAndThenNoMoreForAWhile() {
        for (int i = 0; i < 8; i++) {
            assertThat(ask(person.email()).status()).isEqualTo(202);
        }
        String latest = TestMail.await(person.email(), 3).token();
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(11))) {
            assertThat(ask(person.email()).status()).isEqualTo(202);
            TestMail.await(person.email(), 4);
            assertThat(TestMail.to(person.email())).hasSize(4);
            assertThat(complete(latest, FRESH).status())
                    .as("asks of others do not spoil a letter that arrived")
                    .isEqualTo(204);
        }
    }

    @Test
    void aLinkEndsAfterHalfAnHour() {
        ask(person.email());
        String token = TestMail.await(person.email(), 1).token();
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(31))) {
            assertThat(complete(token, FRESH).status()).isEqualTo(404);
            assertThat(browser().post(ASK + "/look-up", Map.of("token", token)).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void usingOneLinkUsesUpTheOthers() {
        ask(person.email());
        String first = TestMail.await(person.email(), 1).token();
        ask(person.email());
        String second = TestMail.await(person.email(), 2).token();
        assertThat(complete(second, FRESH).status()).isEqualTo(204);
        assertThat(complete(first, "another " + FRESH).status()).isEqualTo(404);
    }

    @Test
    void ofManyWhoUseALinkAtTheSameTimeOneSucceeds() throws Exception {
        ask(person.email());
        String token = TestMail.await(person.email(), 1).token();
        List<Callable<Integer>> attempts = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(
                        i -> () -> complete(token, FRESH + " " + i).status())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = threads.invokeAll(attempts).stream()
                    .map(PasswordResetIT::result)
                    .toList();
            assertThat(answers).containsOnlyOnce(204).containsOnly(204, 404);
        }
    }

    @Test
    void refusesWeakPasswordsAndKeepsTheLink() {
        ask(person.email());
        String token = TestMail.await(person.email(), 1).token();
        Api.Answer weak = complete(token, "passwordpassword");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.json().at("/errors/0/field").asString()).isEqualTo("password");
        assertThat(complete(token, "x".repeat(201)).status()).isEqualTo(422);
        assertThat(complete(token, FRESH).status()).isEqualTo(204);
    }

    @Test
    void asksFromOneAddressAreBounded() {
        String flooding = "198.51.100.7";
        int answered = 0;
        Api browser = browser();
        Api.Answer answer;
        do {
            answer = browser.send(
                    "POST",
                    ASK,
                    Map.of("email", "nobody-" + UUID.randomUUID() + "@example.test"),
                    Map.of("X-Forwarded-For", flooding));
            answered++;
        } while (answer.status() == 202 && answered < 100);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(ask(person.email()).status()).as("others are not disturbed").isEqualTo(202);
    }

    @Test
    void guessesAndBrokenTokensFindNothing() {
        assertThat(complete("guessed", FRESH).status()).isEqualTo(404);
        assertThat(complete("x".repeat(101), FRESH).status()).isEqualTo(422);
        assertThat(complete("", FRESH).status()).isEqualTo(422);
    }

    /** Every statement of an ask, in order. */
    private List<String> statementsOf(String email) {
        Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Thread here = Thread.currentThread();
        List<String> heard = new ArrayList<>();
        AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread().equals(here)) {
                    heard.add(event.getFormattedMessage());
                }
            }
        };
        listener.start();
        statements.setLevel(Level.DEBUG);
        statements.setAdditive(false);
        statements.addAppender(listener);
        try {
            resets.ask(email);
        } finally {
            statements.detachAppender(listener);
            statements.setAdditive(true);
            statements.setLevel(null);
        }
        return heard;
    }

    private Api.Answer ask(String email) {
        return browser().send("POST", ASK, Map.of("email", email), Map.of("X-Forwarded-For", source));
    }

    private Api.Answer complete(String token, String password) {
        return browser().post(COMPLETE, Map.of("token", token, "password", password));
    }

    private Api browser() {
        Api browser = organizations.browser();
        browser.get("/api/session");
        return browser;
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
