package io.gatehouse.identity.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.SecondFactor;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An action that needs a fresh factor goes through once, soon, as it was shown, and for nobody else. */
@ServerTest
final class FreshFactorIT {

    private static final String HEADER = "X-Fresh-Factor";
    private static final String EXPORT = "/api/organizations/{o}/ledger/entries/export?format=csv";
    private static final Map<String, String> PASSWORD = SecondFactor.proof("PASSWORD", TestOrganizations.PASSWORD);

    private final TestOrganization acme;
    private final Api admin;
    private final TestClock clock;

    @Autowired
    FreshFactorIT(TestOrganizations organizations, TestClock clock) {
        this.acme = organizations.enterprise();
        this.admin = acme.as(acme.another(Role.SECURITY_ADMIN));
        this.admin.freshFactor(null);
        this.clock = clock;
    }

    @Test
    void exportingTheLedgerNeedsOneAndTheBookTellsOfIt() {
        Api.Answer refused = admin.get(EXPORT);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/type").asString()).endsWith(":fresh-factor-needed");
        String waiting = refused.header(HEADER);
        assertThat(send("GET", EXPORT, null, waiting).status()).isEqualTo(403);
        assertThat(admin.confirm(waiting, PASSWORD).status()).isEqualTo(204);
        assertThat(send("GET", EXPORT, null, waiting).status()).isEqualTo(200);
        String book = admin.get("/api/organizations/{o}/ledger/entries?action=person.confirm-action")
                .body();
        assertThat(book)
                .contains("GET /api/organizations/{organization}/ledger/entries/export")
                .doesNotContain(TestOrganizations.PASSWORD);
    }

    @Test
    void aDownloadMayNameItInItsAddress() {
        String waiting = confirmed("GET", EXPORT, null);
        assertThat(admin.get(EXPORT + "&freshFactor=" + waiting).status()).isEqualTo(200);
        assertThat(admin.get(EXPORT + "&freshFactor=" + waiting).status()).isEqualTo(403);
    }

    @Test
    void givingAnAdministratorRoleNeedsOneAndAnyOtherRoleDoesNot() {
        String roles = roles(acme.another(Role.END_USER));
        assertThat(admin.put(roles, Map.of("roles", List.of("AUDITOR"))).status())
                .isEqualTo(200);
        assertThat(admin.put(roles, Map.of("roles", List.of("AUDITOR", "SECURITY_ADMIN")))
                        .header(HEADER))
                .isNotEmpty();
        Map<String, Object> invitation = Map.of("email", "new@example.test", "roles", List.of("SECURITY_ADMIN"));
        assertThat(admin.post("/api/organizations/{o}/invitations", invitation).header(HEADER))
                .isNotEmpty();
        admin.freshFactor(PASSWORD);
        assertThat(admin.put(roles, Map.of("roles", List.of("SECURITY_ADMIN"))).status())
                .isEqualTo(200);
        assertThat(admin.post("/api/organizations/{o}/invitations", invitation).status())
                .isEqualTo(201);
    }

    @Test
    void handingAdministrationOnInAnotherWayNeedsOneToo() {
        Map<String, Object> role = Map.of("name", "Personnel", "permissions", List.of("people.read", "people.manage"));
        assertThat(admin.post("/api/organizations/{o}/custom-roles", role).header(HEADER))
                .isNotEmpty();
        String people = "/api/organizations/{o}/people/";
        PersonRef suspended = acme.another(Role.SECURITY_ADMIN);
        admin.post(people + suspended.id() + "/suspend", Map.of("reason", "On leave"));
        assertThat(admin.post(people + suspended.id() + "/resume").header(HEADER))
                .isNotEmpty();
        Map<String, Object> removal = Map.of(
                "reason", "Left", "successorId", acme.another(Role.END_USER).id());
        assertThat(admin.post(people + acme.another(Role.END_USER).id() + "/remove", removal)
                        .header(HEADER))
                .isNotEmpty();
        String invitations = "/api/organizations/{o}/invitations";
        admin.freshFactor(PASSWORD);
        String id = admin.post(invitations, Map.of("email", "second@example.test", "roles", List.of("SECURITY_ADMIN")))
                .json()
                .at("/invitation/id")
                .asString();
        String own = admin.post("/api/organizations/{o}/custom-roles", role)
                .json()
                .at("/id")
                .asString();
        admin.freshFactor(null);
        assertThat(admin.post(invitations + "/" + id + "/renew").header(HEADER)).isNotEmpty();
        String grants = people + acme.another(Role.END_USER).id() + "/grants";
        assertThat(admin.post(grants, Map.of("customRole", own)).header(HEADER)).isNotEmpty();
    }

    @Test
    void isGoodForNothingElse() {
        PersonRef chosen = acme.another(Role.END_USER);
        Map<String, Object> body = Map.of("roles", List.of("SECURITY_ADMIN"));
        String waiting = confirmed("PUT", roles(chosen), body);
        assertThat(send("PUT", roles(acme.another(Role.END_USER)), body, waiting)
                        .status())
                .as("another person")
                .isEqualTo(403);
        assertThat(send("PUT", roles(chosen), Map.of("roles", List.of("SECURITY_ADMIN", "AUDITOR")), waiting)
                        .status())
                .as("another body")
                .isEqualTo(403);
        assertThat(send("PUT", roles(chosen) + "?x=1", body, waiting).status())
                .as("another query")
                .isEqualTo(403);
        assertThat(send("GET", EXPORT, null, waiting).status())
                .as("another action")
                .isEqualTo(403);
        assertThat(send("PUT", roles(chosen), body, waiting).status()).isEqualTo(200);
        assertThat(send("PUT", roles(chosen), body, waiting).status())
                .as("a second time")
                .isEqualTo(403);
    }

    @Test
    void isGoodForNobodyElseAndInNoOtherSession() {
        PersonRef person = acme.another(Role.SECURITY_ADMIN);
        Api first = acme.as(person);
        Api second = acme.as(person);
        first.freshFactor(null);
        second.freshFactor(null);
        String waiting = first.get(EXPORT).header(HEADER);
        assertThat(second.confirm(waiting, PASSWORD).status()).isEqualTo(404);
        assertThat(admin.confirm(waiting, PASSWORD).status()).isEqualTo(404);
        assertThat(first.confirm(waiting, PASSWORD).status()).isEqualTo(204);
        assertThat(second.send("GET", EXPORT, null, Map.of(HEADER, waiting)).status())
                .isEqualTo(403);
        assertThat(send("GET", EXPORT, null, waiting).status()).isEqualTo(403);
        assertThat(first.send("GET", EXPORT, null, Map.of(HEADER, waiting)).status())
                .isEqualTo(200);
    }

    @Test
    void isOverSoon() {
        String waiting = confirmed("GET", EXPORT, null);
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(3))) {
            assertThat(send("GET", EXPORT, null, waiting).status()).isEqualTo(403);
        }
        String unconfirmed = admin.get(EXPORT).header(HEADER);
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(6))) {
            assertThat(admin.confirm(unconfirmed, PASSWORD).status()).isEqualTo(404);
        }
    }

    @Test
    void whoHasASecondFactorMustShowIt() {
        admin.freshFactor(PASSWORD);
        SecondFactor factor = SecondFactor.add(admin, clock);
        admin.freshFactor(null);
        Api.Answer refused = admin.delete("/api/account/factors/authenticator");
        assertThat(refused.status()).isEqualTo(403);
        String waiting = refused.header(HEADER);
        assertThat(admin.confirm(waiting, PASSWORD).status()).isEqualTo(422);
        assertThat(admin.confirm(waiting, factor.proof(-1)).status())
                .as("the code that added the app")
                .isEqualTo(422);
        assertThat(admin.confirm(waiting, factor.proof(0)).status()).isEqualTo(204);
        assertThat(send("DELETE", "/api/account/factors/authenticator", null, waiting)
                        .status())
                .isEqualTo(204);
        assertThat(admin.get("/api/account/factors")
                        .json()
                        .at("/authenticatorSince")
                        .isNull())
                .isTrue();
    }

    @Test
    void guessingIsSlowedDown() {
        String waiting = admin.get(EXPORT).header(HEADER);
        for (int i = 0; i < 5; i++) {
            assertThat(admin.confirm(waiting, SecondFactor.proof("PASSWORD", "guess " + i))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(admin.confirm(waiting, PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void keepsOnlyTheLatestOfManyWaitingActions() {
        String first = admin.get(EXPORT).header(HEADER);
        for (int i = 0; i < 20; i++) {
            admin.get(EXPORT);
        }
        assertThat(admin.confirm(first, PASSWORD).status()).isEqualTo(404);
        assertThat(admin.confirm(UUID.randomUUID().toString(), PASSWORD).status())
                .isEqualTo(404);
        assertThat(send("GET", EXPORT, null, "not an id").status()).isEqualTo(403);
    }

    @Test
    void isAskedForOnlyOfThoseWhoMayDoItAtAll() {
        Api user = acme.as(acme.another(Role.END_USER));
        user.freshFactor(null);
        assertThat(user.get(EXPORT).header(HEADER)).isEmpty();
        assertThat(user.get(EXPORT).status()).isEqualTo(403);
    }

    private String confirmed(String method, String path, @Nullable Object body) {
        String waiting = admin.send(method, path, body, Map.of()).header(HEADER);
        assertThat(admin.confirm(waiting, PASSWORD).status()).isEqualTo(204);
        return waiting;
    }

    private Api.Answer send(String method, String path, @Nullable Object body, String waiting) {
        return admin.send(method, path, body, Map.of(HEADER, waiting));
    }

    private static String roles(PersonRef person) {
        return "/api/organizations/{o}/people/" + person.id() + "/roles";
    }
}
