package io.gatehouse.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said of a password while it is typed, to strangers too. */
@ServerTest
final class VerdictIT {

    private static final String VERDICT = "/api/passwords/verdict";

    private final TestOrganizations organizations;

    @Autowired
    VerdictIT(TestOrganizations organizations) {
        this.organizations = organizations;
    }

    @Test
    void saysWhatARefusalWouldSay() {
        TestOrganization acme = organizations.enterprise();
        Api browser = acme.as(acme.another(Role.AUDITOR));
        Api.Answer verdict = browser.post(VERDICT, Map.of("password", "Password2026!!"));
        assertThat(verdict.status()).isEqualTo(200);
        assertThat(verdict.json().at("/acceptable").asBoolean()).isFalse();
        Api.Answer refusal = browser.put(
                "/api/session/password",
                Map.of("currentPassword", TestOrganizations.PASSWORD, "newPassword", "Password2026!!"));
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.json().at("/errors/0/message"))
                .isEqualTo(verdict.json().at("/text"));
    }

    @Test
    void knowsNobody() {
        TestOrganization acme = organizations.enterprise();
        String password = "violet otters juggle pans";
        Api stranger = browser();
        assertThat(stranger.post(
                                VERDICT,
                                Map.of(
                                        "password",
                                        password,
                                        "email",
                                        acme.person(Role.AUDITOR).email()))
                        .body())
                .isEqualTo(stranger.post(VERDICT, Map.of("password", password, "email", "nobody@example.test"))
                        .body());
    }

    @Test
    void refusesWhatIsTooLong() {
        Api stranger = browser();
        assertThat(stranger.post(VERDICT, Map.of("password", "x".repeat(201))).status())
                .isEqualTo(422);
        assertThat(stranger.post(VERDICT, Map.of("password", "x".repeat(5000))).status())
                .isEqualTo(413);
        assertThat(stranger.post(VERDICT, "{}").status()).isEqualTo(422);
        assertThat(stranger.post(VERDICT, Map.of("password", "\u0000\ud800".repeat(60)))
                        .status())
                .isIn(200, 400, 422);
    }

    private Api browser() {
        Api browser = organizations.browser();
        browser.get("/api/session");
        return browser;
    }
}
