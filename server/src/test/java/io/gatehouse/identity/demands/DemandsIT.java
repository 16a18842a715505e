package io.gatehouse.identity.demands;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Listening;
import io.gatehouse.testing.SecondFactor;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an organization demands holds at once, also for sessions that are open already. */
@ServerTest
final class DemandsIT {

    private static final String DEMANDS = "/api/organizations/{o}/sign-in-demands";
    private static final String HERE = "/api/organizations/{o}";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;
    private final TestClock clock;

    @Autowired
    DemandsIT(TestOrganizations organizations, TestClock clock) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(acme.another(Role.SECURITY_ADMIN));
        this.clock = clock;
    }

    @Test
    void demandsNothingUntilSomebodySaysSo() {
        assertThat(admin.get(DEMANDS).body())
                .isEqualTo("{\"secondFactorForAll\":false,\"secondFactorRoles\":[],\"idleMinutes\":null,"
                        + "\"longestMinutes\":null}");
        assertThat(admin.get("/api/session")
                        .json()
                        .at("/memberships/0/secondFactorMissing")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void anOpenSessionWithoutASecondFactorIsStaleAtOnceAndTheWayOutIsToAddOne() {
        Api auditor = acme.as(acme.another(Role.AUDITOR));
        demand(true, List.of(), null, null);
        Api.Answer refused = auditor.get(HERE);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/type").asString()).endsWith(":second-factor-required");
        assertThat(auditor.get("/api/session")
                        .json()
                        .at("/memberships/0/secondFactorMissing")
                        .asBoolean())
                .isTrue();
        assertThat(admin.get(DEMANDS).status()).as("its author too").isEqualTo(403);
        SecondFactor.add(auditor, clock);
        assertThat(auditor.get(HERE).status()).isEqualTo(200);
    }

    @Test
    void demandsItOfTheHoldersOfSomeRolesOnly() {
        Api auditor = acme.as(acme.another(Role.AUDITOR));
        Api user = acme.as(acme.another(Role.END_USER));
        Api both = acme.as(acme.another(Role.END_USER, Role.AUDITOR));
        demand(false, List.of("AUDITOR"), null, null);
        assertThat(auditor.get(HERE).status()).isEqualTo(403);
        assertThat(both.get(HERE).status()).isEqualTo(403);
        assertThat(user.get(HERE).status()).isEqualTo(200);
    }

    @Test
    void anOwnRoleThatLooksAfterPeopleIsNoWayAroundIt() {
        Api helper = acme.asHelper("people.read", "people.manage");
        Api reader = acme.asHelper("people.read");
        demand(false, List.of("SECURITY_ADMIN"), null, null);
        assertThat(helper.get(HERE).json().at("/type").asString()).endsWith(":second-factor-required");
        assertThat(reader.get(HERE).status()).isEqualTo(200);
    }

    @Test
    void aSessionOfThePasswordAloneIsNotEnoughThoughThePersonHasAFactor() {
        PersonRef person = acme.another(Role.AUDITOR);
        Api old = acme.as(person);
        SecondFactor.add(acme.as(person), clock);
        demand(true, List.of(), null, null);
        assertThat(old.get(HERE).status()).isEqualTo(403);
    }

    @Test
    void removingTheLastFactorClosesTheDoorAgain() {
        PersonRef person = acme.another(Role.AUDITOR);
        Api browser = acme.as(person);
        SecondFactor factor = SecondFactor.add(browser, clock);
        demand(true, List.of(), null, null);
        assertThat(browser.get(HERE).status()).isEqualTo(200);
        browser.freshFactor(factor.proof(0));
        assertThat(browser.delete("/api/account/factors/authenticator").status())
                .isEqualTo(204);
        assertThat(browser.get(HERE).status()).isEqualTo(403);
    }

    @Test
    void holdsForThatOrganizationOnly() {
        PersonRef person = acme.another(Role.AUDITOR);
        TestOrganization other = organizations.enterprise();
        organizations.join(other.id(), person, Role.AUDITOR);
        demand(true, List.of(), null, null);
        Api there = other.as(person);
        assertThat(there.get(HERE).status()).isEqualTo(200);
        assertThat(there.get("/api/organizations/" + acme.id()).status()).isEqualTo(403);
    }

    @Test
    void endsALiveStreamOfASessionThatIsNoLongerEnough() throws Exception {
        Api auditor = acme.as(acme.another(Role.AUDITOR));
        try (Listening stream = new Listening(auditor.stream("/api/organizations/{o}/live"))) {
            assertThat(stream.await(line -> line.contains("open"))).isNotNull();
            demand(true, List.of(), null, null);
            assertThat(stream.awaitEnd()).isTrue();
        }
    }

    @Test
    void endsASessionThatWasNotUsedForTooLongHere() {
        Api auditor = acme.as(acme.another(Role.AUDITOR));
        demand(false, List.of(), 15, null);
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(14))) {
            assertThat(auditor.get(HERE).status()).isEqualTo(200);
            try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(14))) {
                assertThat(auditor.get(HERE).status()).isEqualTo(200);
                try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(16))) {
                    Api.Answer over = auditor.get(HERE);
                    assertThat(over.status()).isEqualTo(401);
                    assertThat(over.json().at("/type").asString()).endsWith(":session-over");
                    assertThat(auditor.get("/api/session").status()).isEqualTo(401);
                }
            }
        }
    }

    @Test
    void endsASessionThatLastedTooLongHowEverBusy() {
        Api auditor = acme.as(acme.another(Role.AUDITOR));
        demand(false, List.of(), null, 60);
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(59))) {
            assertThat(auditor.get(HERE).status()).isEqualTo(200);
        }
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(62))) {
            assertThat(auditor.get(HERE).status()).isEqualTo(401);
        }
    }

    @Test
    void tellsTheBookAndRefusesWhatMakesNoSense() {
        demand(false, List.of("AUDITOR"), 30, 480);
        assertThat(admin.get("/api/organizations/{o}/ledger/entries?action=organization.change-sign-in")
                        .json()
                        .at("/items/0/after/secondFactorRoles/0")
                        .asString())
                .isEqualTo("AUDITOR");
        assertThat(put(true, List.of("CUSTOMER_ADMIN"), null, null).status()).isEqualTo(422);
        assertThat(put(true, List.of("NO_ROLE"), null, null).status()).isEqualTo(400);
        assertThat(put(true, List.of(), 4, null).status()).isEqualTo(422);
        assertThat(put(true, List.of(), null, 14).status()).isEqualTo(422);
        assertThat(put(true, List.of(), null, Integer.MAX_VALUE).status()).isEqualTo(422);
        assertThat(admin.put(DEMANDS, Map.of("secondFactorForAll", true)).status())
                .isEqualTo(422);
    }

    private void demand(boolean all, List<String> roles, @Nullable Integer idle, @Nullable Integer longest) {
        assertThat(put(all, roles, idle, longest).status()).isEqualTo(200);
    }

    private Api.Answer put(boolean all, List<String> roles, @Nullable Integer idle, @Nullable Integer longest) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("secondFactorForAll", all);
        body.put("secondFactorRoles", roles);
        body.put("idleMinutes", idle);
        body.put("longestMinutes", longest);
        return admin.put(DEMANDS, body);
    }
}
