package io.gatehouse.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The server behind a TLS proxy on this machine, configured as the guide says. */
@ServerTest
@TestPropertySource(
        properties = {
            "gatehouse.public-address=https://gatehouse.example.test",
            "gatehouse.sign-in.failures-per-source=5",
        })
final class BehindProxyIT {

    private static final int MORE_THAN_A_SOURCE_MAY = 8;

    private final TestOrganizations organizations;

    @Autowired
    BehindProxyIT(TestOrganizations organizations) {
        this.organizations = organizations;
    }

    @Test
    void everyCookieIsSecureAndBrowsersAreToldToUseTlsOnly() {
        TestOrganization acme = organizations.enterprise();
        Api.Answer session = signIn(acme.person(Role.AUDITOR).email(), TestOrganizations.PASSWORD, "203.0.113.1");
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("; Secure"));
        assertThat(session.header("Strict-Transport-Security")).contains("max-age=");
    }

    @Test
    void aStrangerWhoGuessesSlowsOnlyThemselvesDown() {
        TestOrganization acme = organizations.enterprise();
        for (int guess = 0; guess < MORE_THAN_A_SOURCE_MAY; guess++) {
            signIn("nobody" + guess + "@example.test", "a wrong pass phrase", "203.0.113.66");
        }
        String email = acme.person(Role.AUDITOR).email();
        assertThat(signIn(email, TestOrganizations.PASSWORD, "203.0.113.66").status())
                .isEqualTo(429);
        assertThat(signIn(email, TestOrganizations.PASSWORD, "203.0.113.2").status())
                .isEqualTo(200);
    }

    @Test
    void anAddressThatTheStrangerMadeUpDoesNotHideThem() {
        TestOrganization acme = organizations.enterprise();
        for (int guess = 0; guess < MORE_THAN_A_SOURCE_MAY; guess++) {
            signIn("nobody" + guess + "@example.test", "a wrong pass phrase", "198.51.100." + guess + ", 203.0.113.67");
        }
        String email = acme.person(Role.AUDITOR).email();
        assertThat(signIn(email, TestOrganizations.PASSWORD, "198.51.100.99, 203.0.113.67")
                        .status())
                .isEqualTo(429);
    }

    private Api.Answer signIn(String email, String password, String forwardedFor) {
        Api browser = organizations.browser();
        browser.get("/api/session");
        return browser.send(
                "POST",
                "/api/session",
                Map.of("email", email, "password", password),
                Map.of("X-Forwarded-For", forwardedFor));
    }
}
