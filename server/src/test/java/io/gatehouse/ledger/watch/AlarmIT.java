package io.gatehouse.ledger.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ArrivedLetter;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What follows when the book does not match: who is told, what stops, and how it goes on. */
@MailTest
final class AlarmIT {

    private static final String WATCH = "/api/organizations/{o}/ledger/watch";
    private static final String ANSWER = "/api/organizations/{o}/ledger/alarms/acknowledge";
    private static final String EXPORT = "/api/organizations/{o}/ledger/entries/export?format=csv";
    private static final String REASON = "A restore of the wrong backup, undone";

    private final Transactions transactions;
    private final Ledger ledger;
    private final Walker walker;
    private final MeterRegistry meters;
    private final AlarmHealth health;
    private final TestClock clock;
    private final TestOrganizations organizations;
    private final TestOrganization acme;

    @Autowired
    AlarmIT(
            Transactions transactions,
            Ledger ledger,
            Walker walker,
            MeterRegistry meters,
            AlarmHealth health,
            TestClock clock,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.walker = walker;
        this.meters = meters;
        this.health = health;
        this.clock = clock;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        organizations.breakLedger(acme);
    }

    @Test
    void exportsStopUntilAnAdministratorAnswersForIt() throws Exception {
        Api admin = acme.as(Role.SECURITY_ADMIN);
        Api auditor = acme.as(Role.AUDITOR);
        assertThat(auditor.get(EXPORT).status()).isEqualTo(200);
        tamper(acme, "Rule A");
        JsonNode alarm = auditor.get(WATCH).json().at("/alarms/0");
        assertThat(alarm.at("/finding").asString()).isEqualTo("COLUMN_CHANGED");
        Api.Answer refused = auditor.get(EXPORT);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains(alarm.at("/id").asString(), alarm.at("/detail").asString());

        assertThat(admin.post(ANSWER, answer(alarm, REASON)).status()).isEqualTo(204);
        assertThat(auditor.get(EXPORT).status()).isEqualTo(200);
        JsonNode known = auditor.get(WATCH).json().at("/alarms/0");
        assertThat(known.at("/reason").asString()).isEqualTo(REASON);
        assertThat(auditor.get("/api/organizations/{o}/ledger/entries?objectType=alarm")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(entry -> entry.at("/action").asString()))
                .containsExactly("ledger.acknowledge-alarm", "ledger.raise-alarm");

        try (TestClock.Shift _ = clock.ahead(Walker.GRACE.plusMinutes(1))) {
            walker.walk(acme.id(), Walk.WHOLE, 100);
        }
        assertThat(auditor.get(WATCH).json().at("/alarms").size()).isEqualTo(1);
        assertThat(auditor.get(WATCH).json().at("/wholeCheckedAt").isString()).isTrue();
        assertThat(auditor.get(EXPORT).status()).isEqualTo(200);
    }

    @Test
    void noEntryIsProvenWhileHashesAndCheckpointsStayReadable() {
        tamper(acme, "Rule A");
        TestLog log = new TestLog(acme).sequenced();
        Api auditor = acme.as(Role.AUDITOR);
        JsonNode alarm = auditor.get(WATCH).json().at("/alarms/0");
        String entry = auditor.get("/api/organizations/{o}/ledger/entries?limit=1")
                .json()
                .at("/items/0/id")
                .asString();
        List<String> proofs = List.of("/log/proof/0", "/entries/" + entry + "/proof", "/log/tile/entries/000.p/1");
        for (String proof : proofs) {
            Api.Answer refused = log.probe(proof);
            assertThat(refused.status()).as(proof).isEqualTo(409);
            assertThat(refused.body()).contains(alarm.at("/id").asString());
        }
        for (String hashes :
                List.of("/log/checkpoint", "/log/keys", "/log/tile/0/000.p/1", "/log/consistency?from=1")) {
            assertThat(log.probe(hashes).status()).as(hashes).isEqualTo(200);
        }
        assertThat(acme.as(Role.SECURITY_ADMIN)
                        .post(ANSWER, answer(alarm, REASON))
                        .status())
                .isEqualTo(204);
        for (String proof : proofs) {
            assertThat(log.probe(proof).status()).as(proof).isEqualTo(200);
        }
    }

    @Test
    void nobodyElseAnswersForItAndNobodyWithoutAReason() {
        tamper(acme, "Rule A");
        JsonNode alarm = acme.as(Role.AUDITOR).get(WATCH).json().at("/alarms/0");
        assertThat(acme.as(Role.AUDITOR).post(ANSWER, answer(alarm, REASON)).status())
                .isEqualTo(403);
        Api admin = acme.as(Role.SECURITY_ADMIN);
        assertThat(admin.post(ANSWER, answer(alarm, "because")).status()).isEqualTo(422);
        assertThat(admin.post(ANSWER, answer(alarm, "x".repeat(2_001))).status())
                .isEqualTo(422);
        assertThat(admin.post(ANSWER, Map.of("alarms", List.of(), "reason", REASON))
                        .status())
                .isEqualTo(422);
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);
        assertThat(stranger.post(ANSWER, answer(alarm, REASON)).status()).isEqualTo(404);
        assertThat(stranger.get(WATCH).json().at("/alarms").isEmpty()).isTrue();
        assertThat(admin.post(
                                ANSWER,
                                Map.of(
                                        "alarms",
                                        List.of(alarm.at("/id").asString(), UUID.randomUUID()),
                                        "reason",
                                        REASON))
                        .status())
                .isEqualTo(404);
        admin.freshFactor(null);
        assertThat(admin.post(ANSWER, answer(alarm, REASON)).status()).isEqualTo(403);
        assertThat(acme.as(Role.AUDITOR).get(EXPORT).status()).isEqualTo(409);
    }

    @Test
    void administratorsAndOperatorsAreToldOnce() {
        PersonRef admin = acme.person(Role.SECURITY_ADMIN);
        PersonRef auditor = acme.person(Role.AUDITOR);
        PersonRef operator = organizations.person(true);
        tamper(acme, "Rule A", "Rule B");
        walker.walk(acme.id(), Walk.WHOLE, 100);
        ArrivedLetter letter = TestMail.await(admin.email(), 1);
        assertThat(letter.text()).contains("/ledger");
        assertThat(TestMail.await(operator.email(), 1).text()).doesNotContain("/ledger");
        assertThat(TestMail.to(auditor.email())).isEmpty();
        assertThat(TestMail.to(admin.email())).hasSize(1);
    }

    @Test
    void theMeterCountsWhatIsOpen() {
        tamper(acme, "Rule A");
        assertThat(meters.get("gatehouse.ledger.alarms.open").gauge().value()).isNotNaN();
    }

    @Test
    void operatorsSeeHowManyAreOpenAndNotWhose() {
        tamper(acme, "Rule A");
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.health().getDetails()).containsOnlyKeys("open");
    }

    private static Map<String, Object> answer(JsonNode alarm, String reason) {
        return Map.of("alarms", List.of(alarm.at("/id").asString()), "reason", reason);
    }

    private void tamper(TestOrganization organization, String... rules) {
        OrganizationScope scope = organization.scope();
        for (String rule : rules) {
            transactions.write(scope, () -> ledger.append(scope, NewEntry.of("rule.create", "rule", rule, rule)));
        }
        new TestLog(organization).sequenced();
        for (String rule : rules) {
            OwnerDatabase.update(
                    organization.id(),
                    "update ledger.entry set object_name = 'Another' where organization_id = ? and object_id = ?",
                    organization.id().value(),
                    rule);
        }
        walker.walk(organization.id(), Walk.NEW, 100);
    }
}
