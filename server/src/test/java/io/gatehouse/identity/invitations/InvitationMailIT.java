package io.gatehouse.identity.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ArrivedLetter;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Invitations by mail: only the letter has the link, and the latest letter's link is the one that works. */
@MailTest
final class InvitationMailIT {

    private static final String INVITATIONS = "/api/organizations/{o}/invitations";
    private static final String PASSWORD = "a fresh pass phrase";

    private final TestOrganizations organizations;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final InvitationController controller;
    private final TestOrganization acme;
    private final Api admin;
    private final String email = "new-" + UUID.randomUUID() + "@example.test";

    @Autowired
    InvitationMailIT(
            TestOrganizations organizations,
            Transactions transactions,
            JdbcClient jdbc,
            InvitationController controller) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.controller = controller;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void theLetterHasTheLinkAndTheAnswerHasNone() {
        Api.Answer invited = invite("AUDITOR");
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.json().at("/link").isNull()).isTrue();
        ArrivedLetter letter = TestMail.await(email, 1);
        assertThat(letter.header("Subject")).startsWith("Join Organization ");
        assertThat(letter.text()).contains(acme.person(Role.SECURITY_ADMIN).displayName(), "Auditor");
        assertThat(letter.html()).contains("#336699");
        assertThat(accept(letter.token()).status()).isEqualTo(200);
        assertThat(accept(letter.token()).status()).isEqualTo(404);
        assertThat(fate(invited).at("/state").asString()).isEqualTo("SENT");
    }

    @Test
    void aRenewedInvitationHasANewLinkAndItsWholeTimeAgain() {
        Api.Answer invited = invite("END_USER");
        String first = TestMail.await(email, 1).token();
        assertThat(renew(admin, invited).status()).as("at most once a minute").isEqualTo(429);
        age(Duration.ofDays(8));
        assertThat(admin.get(INVITATIONS).body()).as("expired ones can be seen").contains(email);
        assertThat(accept(first).status()).isEqualTo(404);
        Api.Answer renewed = renew(admin, invited);
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.json().at("/link").isNull()).isTrue();
        String second = TestMail.await(email, 2).token();
        assertThat(accept(first).status()).isEqualTo(404);
        assertThat(accept(second).status()).isEqualTo(200);
        assertThat(renew(admin, invited).status()).as("who came needs no link").isEqualTo(404);
    }

    @Test
    void nobodyRenewsWhatIsNotTheirs() {
        Api.Answer invited = invite("END_USER");
        age(Duration.ofMinutes(2));
        TestOrganization other = organizations.enterprise();
        assertThat(renew(acme.as(Role.AUDITOR), invited).status()).isEqualTo(403);
        assertThat(renew(other.as(Role.SECURITY_ADMIN), invited).status()).isEqualTo(404);
        assertThat(other.as(Role.SECURITY_ADMIN)
                        .get("/api/organizations/{o}/letters/invitations")
                        .json()
                        .size())
                .isZero();
    }

    @Test
    void nobodyRenewsAnInvitationToMoreThanTheyMayDo() {
        Api.Answer invited = invite("SECURITY_ADMIN");
        UUID id = UUID.fromString(invited.json().at("/invitation/id").asString());
        age(Duration.ofMinutes(2));
        PersonRef weaker = acme.another(Role.END_USER);
        Caller caller = new Caller(acme.scope(), Set.of(Permission.PEOPLE_MANAGE), Map.of(), false);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> controller.renew(caller, id))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(CommonProblem.FORBIDDEN));
    }

    @Test
    void aNewCustomersFirstAdminIsInvitedByMailToo() {
        Api.Answer created = organizations
                .provider()
                .as(Role.SUPER_ADMIN)
                .post("/api/organizations/{o}/customers", Map.of("name", "Fjord & Sons", "adminEmail", email));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().at("/invitation/link").isNull()).isTrue();
        ArrivedLetter letter = TestMail.await(email, 1);
        assertThat(letter.header("Subject")).isEqualTo("Join Fjord & Sons on Gatehouse");
        assertThat(accept(letter.token()).json().at("/memberships/0/roles/0").asString())
                .isEqualTo("CUSTOMER_ADMIN");
    }

    @Test
    void aWithdrawnInvitationsLetterLeadsNowhere() {
        Api.Answer invited = invite("END_USER");
        String token = TestMail.await(email, 1).token();
        String id = invited.json().at("/invitation/id").asString();
        assertThat(admin.delete(INVITATIONS + "/" + id).status()).isEqualTo(204);
        assertThat(accept(token).status()).isEqualTo(404);
    }

    /** As if the invitations had been made so much earlier. */
    private void age(Duration by) {
        transactions.write(acme.scope(), () -> {
            jdbc.sql("update identity.invitation set issued_at = issued_at - :by::interval,"
                            + " expires_at = expires_at - :by::interval")
                    .param("by", by.toString())
                    .update();
        });
    }

    private Api.Answer invite(String role) {
        return admin.post(INVITATIONS, Map.of("email", email, "roles", List.of(role)));
    }

    private static Api.Answer renew(Api browser, Api.Answer invited) {
        return browser.post(
                INVITATIONS + "/" + invited.json().at("/invitation/id").asString() + "/renew");
    }

    private JsonNode fate(Api.Answer invited) {
        for (JsonNode fate :
                admin.get("/api/organizations/{o}/letters/invitations").json()) {
            if (fate.at("/invitationId").equals(invited.json().at("/invitation/id"))) {
                return fate;
            }
        }
        throw new AssertionError("Nothing is known of the letter");
    }

    private Api.Answer accept(String token) {
        Api browser = organizations.browser();
        browser.get("/api/session");
        return browser.post(
                "/api/invitations/accept", Map.of("token", token, "displayName", "New Person", "password", PASSWORD));
    }
}
