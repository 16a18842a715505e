package io.gatehouse.identity.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a person loses, their programs lose at once. */
@ServerTest
final class ConnectionEndIT {

    private static final String PEOPLE = "/api/organizations/{o}/people/";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final PersonRef ada;
    private final Api browser;
    private final Api admin;
    private final OwnProgram program;
    private String access = "";
    private String refresh = "";

    @Autowired
    ConnectionEndIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.ada = acme.another(Role.AUDITOR);
        this.browser = acme.as(ada);
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.program = new OwnProgram(acme, "203.0.113.72");
    }

    @BeforeEach
    void connect() {
        JsonNode tokens = program.connect(browser, List.of("rule.read"));
        access = OwnProgram.access(tokens);
        refresh = OwnProgram.refresh(tokens);
        assertThat(program.call(access, "/rules").status()).isEqualTo(200);
    }

    @Test
    void theirRole() {
        assertThat(admin.put(PEOPLE + ada.id() + "/roles", Map.of("roles", List.of("END_USER")))
                        .status())
                .isEqualTo(200);
        assertThat(program.call(access, "/rules").status()).isEqualTo(403);
        JsonNode next = program.refresh(refresh).json();
        assertThat(program.call(OwnProgram.access(next), "/rules").status()).isEqualTo(403);
    }

    @Test
    void theirStandingEvenWhenItComesBack() {
        organizations.join(organizations.enterprise().id(), ada, Role.END_USER);
        admin.post(PEOPLE + ada.id() + "/suspend", Map.of("reason", "Odd"));
        assertIsOver();
        admin.post(PEOPLE + ada.id() + "/resume");
        assertIsOver();
    }

    @Test
    void theirMembership() {
        organizations.join(organizations.enterprise().id(), ada, Role.END_USER);
        assertThat(admin.post(PEOPLE + ada.id() + "/remove", Map.of("reason", "Gone"))
                        .status())
                .isEqualTo(204);
        assertIsOver();
    }

    @Test
    void allTheirSessions() {
        admin.post(PEOPLE + ada.id() + "/end-sessions", Map.of("reason", "Lost laptop"));
        assertIsOver();
    }

    @Test
    void theirOtherSessions() {
        assertThat(browser.delete("/api/account/sessions").status()).isEqualTo(204);
        assertIsOver();
        assertThat(browser.get("/api/account/sessions").status()).isEqualTo(200);
    }

    @Test
    void theirPassword() {
        Api.Answer changed = browser.put(
                "/api/session/password",
                Map.of("currentPassword", TestOrganizations.PASSWORD, "newPassword", "violet anchor tuesday lamp"));
        assertThat(changed.status()).as(changed.body()).isLessThan(300);
        assertIsOver();
    }

    @Test
    void aSecondFactorThatTheOrganizationDemandsFromNowOn() {
        Map<String, Object> demands = Map.of("secondFactorForAll", true, "secondFactorRoles", List.of());
        Api.Answer set = admin.put("/api/organizations/{o}/sign-in-demands", demands);
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertIsOver();
    }

    private void assertIsOver() {
        assertThat(program.call(access, "/rules").status()).isEqualTo(401);
        assertThat(program.refresh(refresh).json().at("/error").asString()).isEqualTo("invalid_grant");
    }
}
