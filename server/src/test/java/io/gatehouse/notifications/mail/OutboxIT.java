package io.gatehouse.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.gatehouse.identity.PasswordChanged;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens to letters while the mail server is away, refuses, or is told the same thing twice. */
@MailTest
final class OutboxIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LETTERS = "/api/installation/mail/letters";

    private final TestClock clock;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Dispatch dispatch;
    private final RecurringTask<Void> eventRetry;
    private final PersonRef person;
    private final Api operator;

    @Autowired
    OutboxIT(
            TestOrganizations organizations,
            TestClock clock,
            Transactions transactions,
            JdbcClient jdbc,
            Outbox outbox,
            Dispatch dispatch,
            @Qualifier("eventRetry") RecurringTask<Void> eventRetry) {
        this.clock = clock;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.dispatch = dispatch;
        this.eventRetry = eventRetry;
        this.person = organizations.person(false);
        this.operator = organizations.signedIn(organizations.person(true));
    }

    @Test
    void sendsWhatItWasToldTwiceOnce() {
        UUID change = UUID.randomUUID();
        put(change);
        put(change);
        TestMail.await(person.email(), 1);
        await(change, "SENT");
        put(change);
        dispatch.sendDue();
        assertThat(TestMail.to(person.email())).hasSize(1);
    }

    @Test
    void triesAgainAfterPausesThatGrowAndSendsWhenTheServerIsBack() throws Exception {
        UUID change = UUID.randomUUID();
        try (AutoCloseable _ = TestMail.outage()) {
            put(change);
            awaitAttempts(change, 1);
            assertThat(pauseOf(change)).isLessThanOrEqualTo(Duration.ofSeconds(30));
            try (TestClock.Shift _ = clock.ahead(Duration.ofSeconds(31))) {
                dispatch.sendDue();
                awaitAttempts(change, 2);
                assertThat(pauseOf(change)).isGreaterThan(Duration.ofSeconds(30));
            }
        }
        assertThat(TestMail.to(person.email())).isEmpty();
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(10))) {
            dispatch.sendDue();
            TestMail.await(person.email(), 1);
        }
        await(change, "SENT");
    }

    @Test
    void givesUpInTheEndTellsTheOperatorAndSendsWhenTheOperatorSaysSo() throws Exception {
        UUID change = UUID.randomUUID();
        try (AutoCloseable _ = TestMail.outage()) {
            put(change);
            awaitAttempts(change, 1);
            try (TestClock.Shift _ = clock.ahead(Duration.ofHours(25))) {
                dispatch.sendDue();
                await(change, "DEAD");
            }
        }
        JsonNode dead = operator.get(LETTERS + "?state=DEAD").json().at("/items/0");
        assertThat(dead.at("/kind").asString()).isEqualTo("PASSWORD_CHANGED");
        assertThat(dead.at("/recipientDomain").asString()).isEqualTo("example.test");
        assertThat(dead.at("/problem").asString()).isNotBlank();
        assertThat(dead.toString()).doesNotContain(person.email(), person.displayName());
        assertThat(operator.get("/api/installation/mail").json().at("/dead").asInt())
                .isPositive();
        String id = dead.at("/id").asString();
        assertThat(operator.post(LETTERS + "/" + id + "/retry").status()).isEqualTo(204);
        assertThat(operator.post(LETTERS + "/" + id + "/retry").status()).isEqualTo(404);
        dispatch.sendDue();
        TestMail.await(person.email(), 1);
    }

    @Test
    void letsTheOperatorSeeWhetherMailArrivesAndWhatIsWrong() throws Exception {
        Api.Answer trial = operator.post("/api/installation/mail/trial");
        assertThat(trial.json().at("/delivered").asBoolean()).isTrue();
        assertThat(TestMail.await(trial.json().at("/email").asString(), 1).header("Auto-Submitted"))
                .isEqualTo("auto-generated");
        try (AutoCloseable _ = TestMail.outage()) {
            Api.Answer failed = operator.post("/api/installation/mail/trial");
            assertThat(failed.json().at("/delivered").asBoolean()).isFalse();
            assertThat(failed.json().at("/problem").asString()).isNotBlank();
        }
        assertThat(operator.get("/api/installation/mail").body())
                .contains("localhost")
                .doesNotContain("password");
    }

    @Test
    void aLetterIsWrittenAlsoWhenTheNodeDiedOverItsEvent() {
        transactions.<Boolean>installation(() -> {
            jdbc.sql("""
                            insert into framework.event_publication
                                (id, listener_id, event_type, serialized_event, publication_date, status)
                            values (:id, :listener, :type, :event, now() - interval '1 hour', 'PUBLISHED')
                            """)
                    .param("id", UUID.randomUUID())
                    .param("listener", MailEvents.class.getName() + ".on(" + PasswordChanged.class.getName() + ")")
                    .param("type", PasswordChanged.class.getName())
                    .param("event", JSON.writeValueAsString(new PasswordChanged(person.id(), UUID.randomUUID())))
                    .update();
            return true;
        });
        eventRetry.executeRecurringly(null, null);
        TestMail.await(person.email(), 1);
    }

    @Test
    void writesNothingForWhatIsNoMore() {
        UUID nobody = UUID.randomUUID();
        transactions.<Boolean>installation(() -> {
            outbox.put(null, Mail.Kind.PASSWORD_RESET, nobody, 1, "test " + nobody);
            return true;
        });
        await(nobody, "NEEDLESS");
    }

    private void put(UUID change) {
        transactions.<Boolean>installation(() -> {
            outbox.put(null, Mail.Kind.PASSWORD_CHANGED, person.id().value(), 1, "test " + change);
            return true;
        });
    }

    private void await(UUID change, String state) {
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> value(change, "state").equals(state));
    }

    private void awaitAttempts(UUID change, int attempts) {
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> Integer.parseInt(value(change, "attempts")) >= attempts
                        && !value(change, "problem").isEmpty()
                        && pauseOf(change).compareTo(Duration.ofMinutes(3)) < 0);
    }

    private Duration pauseOf(UUID change) {
        return Duration.between(
                clock.instant(), OffsetDateTime.parse(value(change, "due_at")).toInstant());
    }

    private String value(UUID change, String column) {
        return transactions.installation(() -> jdbc.sql("""
                        select to_jsonb(m) ->> :column from notifications.mail m where occasion = :occasion
                        """)
                .param("column", column)
                .param("occasion", "test " + change)
                .query((row, _) -> Objects.requireNonNullElse(row.getString(1), ""))
                .single());
    }
}
