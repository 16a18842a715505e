package io.gatehouse.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an operator sees of a running server, what nobody else sees, and how long a session lasts. */
@ServerTest
final class ObservabilityIT {

    private final TestOrganizations organizations;
    private final TestClock clock;
    private final Api nobody;

    @Autowired
    ObservabilityIT(TestOrganizations organizations, TestClock clock) {
        this.organizations = organizations;
        this.clock = clock;
        this.nobody = organizations.browser();
    }

    @Test
    void tellsEverybodyThatItIsHealthyAndNothingElse() {
        Api.Answer health = nobody.get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        // Other tests move this server's clock, for which the authority that stamps ledgers refuses it.
        assertThat(health.json().at("/status").asString()).isIn("UP", "DEGRADED");
        assertThat(health.json().has("components")).isFalse();
        assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
        for (String closed : new String[] {"/actuator", "/actuator/info", "/actuator/env", "/actuator/sessions"}) {
            assertThat(nobody.get(closed).status()).as(closed).isEqualTo(401);
        }
    }

    @Test
    void givesItsMetricsToThisMachineOnly() {
        Api.Answer metrics = nobody.send("GET", "/actuator/prometheus", null, Map.of("Accept", "text/plain"));
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body()).contains("http_server_requests_seconds_count", "hikaricp_connections");
        assertThat(nobody.send("GET", "/actuator/prometheus", null, Map.of("X-Forwarded-For", "203.0.113.7"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void endsEvenABusySessionInTheEnd() {
        TestOrganization acme = organizations.enterprise();
        Api browser = acme.as(acme.another(Role.AUDITOR));
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(13))) {
            assertThat(browser.get("/api/session").status()).isEqualTo(401);
        }
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void trustsNoCorrelationIdFromOutside() {
        Api.Answer answer = nobody.send("GET", "/api/session", null, Map.of("X-Correlation-Id", "forged"));
        assertThat(answer.header("X-Correlation-Id")).hasSize(36).isNotEqualTo("forged");
        assertThat(answer.json().at("/correlationId").asString()).isEqualTo(answer.header("X-Correlation-Id"));
    }
}
