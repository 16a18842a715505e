package io.gatehouse.identity.engagements;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An emergency needs a reason and a fresh factor, is short, told at once, and leaves what was before. */
@MailTest
final class EmergencyIT {

    private static final String O = "/api/organizations/{o}";
    private static final String OWN = O + "/own-emergency";
    private static final Map<String, Object> HOUR = Map.of("minutes", 60, "reason", "Ransomware at the door");

    private final TestClock clock;
    private final ExpiryTimer timer;
    private final TestOrganization provider;
    private final TestOrganization customer;
    private final Engaging engaging;
    private final PersonRef technician;

    @Autowired
    EmergencyIT(TestOrganizations organizations, TestClock clock, ExpiryTimer timer) {
        this.clock = clock;
        this.timer = timer;
        this.provider = organizations.provider();
        this.customer = organizations.customerOf(provider);
        this.engaging = new Engaging(provider, clock);
        this.technician = provider.another(Role.TECHNICIAN);
    }

    @Test
    void needsAFreshFactorAReasonAndANearEnd() {
        assertThat(engaging.give(technician, customer, "EMERGENCY", null)).startsWith("422");
        assertThat(engaging.give(technician, customer, "EMERGENCY", Duration.ofHours(25)))
                .startsWith("422");
        String soon = clock.instant().plus(Duration.ofHours(1)).toString();
        Api admin = provider.as(Role.SUPER_ADMIN);
        assertThat(Engaging.give(
                                admin,
                                technician,
                                customer,
                                Map.of("level", "EMERGENCY", "expiresAt", soon, "reason", " "))
                        .status())
                .isEqualTo(422);
        admin.freshFactor(null);
        Api.Answer refused = Engaging.give(
                admin, technician, customer, Map.of("level", "EMERGENCY", "expiresAt", soon, "reason", "x"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/type").asString()).endsWith(":fresh-factor-needed");
        assertThat(customer.as(technician).get(O).status()).isEqualTo(404);
    }

    @Test
    void isToldToTheCustomersAdministratorsByLetterAndCanBeEndedByThem() {
        PersonRef admin = customer.person(Role.CUSTOMER_ADMIN);
        assertThat(engaging.give(technician, customer, "EMERGENCY", Duration.ofHours(1)))
                .isEqualTo("BEGUN");
        ArrivedLetter letter = TestMail.await(admin.email(), 1);
        assertThat(letter.header("Subject")).startsWith("Emergency access: " + technician.displayName());
        assertThat(letter.text()).contains("Ticket 4711");
        assertThat(TestMail.to(technician.email())).isEmpty();
        Api browser = customer.as(technician);
        assertThat(browser.get(O).status()).isEqualTo(200);
        Api entrance = customer.as(Role.CUSTOMER_ADMIN);
        var row = entrance.get(O + "/entrants").json().at("/items/0");
        assertThat(row.at("/level").asString()).isEqualTo("EMERGENCY");
        String end = O + "/entrants/" + row.at("/id").asString() + "/end";
        assertThat(customer.as(Role.REPORT_VIEWER)
                        .post(end, Map.of("reason", "No"))
                        .status())
                .isEqualTo(403);
        assertThat(entrance.post(end, Map.of()).status()).isEqualTo(422);
        assertThat(entrance.post(end, Map.of("reason", "Not agreed")).status()).isEqualTo(204);
        assertThat(entrance.post(end, Map.of("reason", "Again")).status()).isEqualTo(409);
        assertThat(browser.get(O).status()).isEqualTo(404);
        assertThat(provider.as(Role.SUPER_ADMIN)
                        .get(O + "/assignments/history?person=" + technician.id())
                        .json()
                        .at("/items/0/end/cause")
                        .asString())
                .isEqualTo("BY_CUSTOMER");
    }

    @Test
    void aTechnicianRaisesTheirOwnAndFallsBackWithoutAGap() {
        engaging.give(technician, customer, "READ_ONLY", null);
        Api browser = customer.as(technician);
        Map<String, Object> tag = Map.of("name", "Laptops", "color", "#336699");
        assertThat(browser.post(O + "/tags", tag).status()).isEqualTo(403);
        assertThat(browser.post(OWN, Map.of("minutes", 300, "reason", "Long")).status())
                .isEqualTo(422);
        assertThat(browser.post(OWN, HOUR).status()).isEqualTo(204);
        assertThat(browser.post(OWN, HOUR).status()).isEqualTo(409);
        assertThat(browser.post(O + "/tags", tag).status()).isEqualTo(201);
        assertThat(browser.get(O + "/people").status()).isEqualTo(403);
        Api entrance = customer.as(Role.CUSTOMER_ADMIN);
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(61))) {
            assertThat(browser.get(O + "/tags").status())
                    .as("before anybody wrote it down")
                    .isEqualTo(200);
            assertThat(browser.post(O + "/tags", Map.of("name", "B", "color", "#336699"))
                            .status())
                    .isEqualTo(403);
            timer.settleAll();
            assertThat(browser.get(O + "/tags").status()).isEqualTo(200);
            assertThat(entrance.get(O + "/entrants").json().at("/items/0/level").asString())
                    .isEqualTo("READ_ONLY");
        }
    }

    @Test
    void endsTheirOwnBeforeItsTime() {
        engaging.give(technician, customer, "FULL", Duration.ofDays(3));
        Api browser = customer.as(technician);
        assertThat(browser.delete(OWN).status()).isEqualTo(409);
        browser.post(OWN, HOUR);
        assertThat(browser.delete(OWN).status()).isEqualTo(204);
        assertThat(browser.get("/api/session")
                        .json()
                        .at("/memberships")
                        .valueStream()
                        .filter(membership -> membership
                                .at("/organization/id")
                                .asString()
                                .equals(customer.id().toString()))
                        .map(membership -> membership.at("/engagement/level").asString())
                        .toList())
                .containsExactly("FULL");
    }

    @Test
    void nobodyRaisesWhatTheyDoNotHave() {
        assertThat(customer.as(technician).post(OWN, HOUR).status()).isEqualTo(404);
        assertThat(customer.as(Role.CUSTOMER_ADMIN).post(OWN, HOUR).status())
                .as("a member who is not engaged")
                .isEqualTo(409);
        engaging.give(technician, customer, "READ_ONLY", null);
        Api browser = customer.as(technician);
        browser.freshFactor(null);
        assertThat(browser.post(OWN, HOUR).status()).isEqualTo(403);
        for (String others : List.of("/assignments", "/assignments/hand-over", "/assignments/end")) {
            assertThat(browser.post(O + others, "{}").status()).isEqualTo(403);
        }
    }
}
