package io.gatehouse.identity.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Directory;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Links that let people in, and what happens to those who keep, copy or guess them. */
@ServerTest
final class InvitationIT {

    private static final String INVITATIONS = "/api/organizations/{o}/invitations";
    private static final String PASSWORD = "a fresh pass phrase";

    private final TestOrganizations organizations;
    private final TestClock clock;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    InvitationIT(TestOrganizations organizations, TestClock clock) {
        this.organizations = organizations;
        this.clock = clock;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void letsSomebodyNewInOnce() {
        String email = "new-" + UUID.randomUUID() + "@example.test";
        Api.Answer invited = invite(email, "AUDITOR");
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.json().at("/link").asString()).contains("/invitation#");
        Api newcomer = browser();
        Api.Answer preview = newcomer.post("/api/invitations/look-up", Map.of("token", token(invited)));
        assertThat(preview.json().at("/email").asString()).isEqualTo(email);
        assertThat(preview.json().at("/personExists").asBoolean()).isFalse();
        Api.Answer session = newcomer.post("/api/invitations/accept", acceptance(invited));
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.json().at("/memberships/0/roles/0").asString()).isEqualTo("AUDITOR");
        assertThat(newcomer.get("/api/organizations/" + acme.id() + "/people").status())
                .isEqualTo(200);
        assertThat(browser()
                        .post("/api/invitations/accept", acceptance(invited))
                        .status())
                .isEqualTo(404);
        assertThat(browser().signIn(email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aPersonWhoExistsProvesTheirOwnPassword() {
        PersonRef person = organizations.enterprise().another(Role.END_USER);
        Api.Answer invited = invite(person.email(), "AUDITOR");
        assertThat(browser()
                        .post("/api/invitations/accept", acceptance(invited))
                        .status())
                .isEqualTo(401);
        Api.Answer accepted = browser()
                .post(
                        "/api/invitations/accept",
                        Map.of("token", token(invited), "password", TestOrganizations.PASSWORD));
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().at("/memberships").size()).isEqualTo(2);
    }

    @Test
    void whoeverHasNoPasswordYetIsToldToSetOneByMail() {
        Directory directory = Directory.of(organizations.enterprise());
        directory.create("provisioned");
        Api.Answer invited = invite("provisioned@" + directory.domain(), "AUDITOR");
        Api newcomer = browser();
        var preview = newcomer.post("/api/invitations/look-up", Map.of("token", token(invited)))
                .json();
        assertThat(preview.at("/personExists").asBoolean()).isTrue();
        assertThat(preview.at("/passwordMissing").asBoolean()).isTrue();
        Api.Answer refused = newcomer.post("/api/invitations/accept", acceptance(invited));
        assertThat(refused.status()).as("the link alone takes over nobody").isEqualTo(409);
        assertThat(refused.body()).contains("by mail");
        assertThat(newcomer.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void endsAfterItsTimeOrWhenWithdrawn() {
        Api.Answer late = invite("late-" + UUID.randomUUID() + "@example.test", "END_USER");
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(8))) {
            assertThat(browser()
                            .post("/api/invitations/accept", acceptance(late))
                            .status())
                    .isEqualTo(404);
        }
        Api.Answer withdrawn = invite("gone-" + UUID.randomUUID() + "@example.test", "END_USER");
        String id = withdrawn.json().at("/invitation/id").asString();
        assertThat(admin.delete(INVITATIONS + "/" + id).status()).isEqualTo(204);
        assertThat(admin.delete(INVITATIONS + "/" + id).status()).isEqualTo(404);
        assertThat(browser()
                        .post("/api/invitations/accept", acceptance(withdrawn))
                        .status())
                .isEqualTo(404);
        assertThat(browser()
                        .post("/api/invitations/look-up", Map.of("token", "guessed"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsOpenInvitationsWithoutTheirLinks() {
        Api.Answer invited = invite("open-" + UUID.randomUUID() + "@example.test", "END_USER");
        Api.Answer open = acme.as(Role.AUDITOR).get(INVITATIONS);
        assertThat(open.json().at("/0/id")).isEqualTo(invited.json().at("/invitation/id"));
        assertThat(open.json().at("/0/invitedBy/id").asString())
                .isEqualTo(acme.person(Role.SECURITY_ADMIN).id().toString());
        assertThat(open.body()).doesNotContain(token(invited));
        TestOrganization other = organizations.enterprise();
        assertThat(other.as(Role.AUDITOR).get(INVITATIONS).json().size()).isZero();
        String id = invited.json().at("/invitation/id").asString();
        assertThat(other.as(Role.SECURITY_ADMIN).delete(INVITATIONS + "/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThat(invite(acme.person(Role.AUDITOR).email(), "END_USER").status())
                .isEqualTo(409);
        assertThat(invite("somebody@example.test", "CUSTOMER_ADMIN").status()).isEqualTo(422);
        assertThat(invite("not an address", "END_USER").status()).isEqualTo(422);
        Api.Answer invited = invite("weak-" + UUID.randomUUID() + "@example.test", "END_USER");
        assertThat(browser()
                        .post(
                                "/api/invitations/accept",
                                Map.of("token", token(invited), "displayName", "Weak", "password", "aaaaaaaaaaaaa"))
                        .status())
                .isEqualTo(422);
        assertThat(browser()
                        .post("/api/invitations/accept", Map.of("token", token(invited), "password", PASSWORD))
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("displayName");
    }

    private Api.Answer invite(String email, String role) {
        return admin.post(INVITATIONS, Map.of("email", email, "roles", List.of(role)));
    }

    private Api browser() {
        Api browser = organizations.browser();
        browser.get("/api/session");
        return browser;
    }

    private static String token(Api.Answer invited) {
        String link = invited.json().at("/link").asString();
        return link.substring(link.indexOf('#') + 1);
    }

    private static Map<String, String> acceptance(Api.Answer invited) {
        return Map.of("token", token(invited), "displayName", "New Person", "password", PASSWORD);
    }
}
