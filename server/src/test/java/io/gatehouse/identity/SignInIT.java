package io.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in and out over HTTP, and what attackers try there. */
@ServerTest
final class SignInIT {

    private final TestOrganizations organizations;
    private final JdbcClient jdbc;

    @Autowired
    SignInIT(TestOrganizations organizations, JdbcClient jdbc) {
        this.organizations = organizations;
        this.jdbc = jdbc;
    }

    @Test
    void tellsTheSignedInPersonWhereTheyBelongAndWhatTheyMayDo() {
        TestOrganization acme = organizations.enterprise();
        Api.Answer session = acme.as(Role.END_USER).get("/api/session");
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.json().at("/person/id").asString())
                .isEqualTo(acme.person(Role.END_USER).id().toString());
        assertThat(session.json().at("/operator").asBoolean()).isFalse();
        assertThat(session.json().at("/memberships").size()).isOne();
        assertThat(session.json().at("/memberships/0/organization/id").asString())
                .isEqualTo(acme.id().toString());
        assertThat(session.json().at("/memberships/0/roles/0").asString()).isEqualTo("END_USER");
        assertThat(session.json().at("/memberships/0/permissions").toString())
                .isEqualTo("[\"organization.read\",\"request.create\"]");
    }

    @Test
    void refusesTheSameWayForAnUnknownPersonAndAWrongPassword() {
        TestOrganization acme = organizations.enterprise();
        Api.Answer wrong = acme.anonymous().signIn(acme.person(Role.AUDITOR).email(), "not that pass phrase");
        Api.Answer unknown = acme.anonymous().signIn("nobody@example.test", "not that pass phrase");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(wrong.json().at("/detail")).isEqualTo(unknown.json().at("/detail"));
        assertThat(wrong.json().at("/correlationId").asString()).isEqualTo(wrong.header("X-Correlation-Id"));
    }

    @Test
    void signingOutEndsTheSession() {
        TestOrganization acme = organizations.enterprise();
        Api browser = acme.as(acme.another(Role.AUDITOR));
        String session = browser.cookie("GATEHOUSE_SESSION");
        assertThat(browser.delete("/api/session").status()).isEqualTo(204);
        browser.cookie("GATEHOUSE_SESSION", session);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void signingOutClearsTheBrowsersCache() {
        TestOrganization acme = organizations.enterprise();
        for (String way : List.of("DELETE /api/session", "POST /api/sign-in/sign-out")) {
            String[] request = way.split(" ");
            Api.Answer answer = acme.as(acme.another(Role.AUDITOR)).probe(request[0], request[1], null);
            assertThat(answer.header("Clear-Site-Data")).as(way).isEqualTo("\"cache\"");
        }
    }

    @Test
    void changesNothingWithoutTheCsrfToken() {
        TestOrganization acme = organizations.enterprise();
        Api browser = acme.as(Role.AUDITOR);
        Api.Answer answer = browser.send("DELETE", "/api/session", null, Map.of("X-XSRF-TOKEN", "forged"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/detail").asString()).contains("X-XSRF-TOKEN");
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        Api stranger = acme.anonymous();
        assertThat(stranger.post("/api/session", Map.of("email", "a@b.test", "password", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void givesASignedInPersonASessionThatNobodyKnewBefore() {
        TestOrganization acme = organizations.enterprise();
        Api attacker = acme.as(acme.another(Role.END_USER));
        String planted = attacker.cookie("GATEHOUSE_SESSION");
        Api victim = acme.anonymous();
        victim.cookie("GATEHOUSE_SESSION", planted);
        assertThat(victim.signIn(acme.person(Role.SECURITY_ADMIN).email(), TestOrganizations.PASSWORD)
                        .status())
                .isEqualTo(200);
        assertThat(victim.cookie("GATEHOUSE_SESSION")).isNotEqualTo(planted);
        assertThat(attacker.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void keepsNothingButAnIdInTheSession() {
        TestOrganization acme = organizations.enterprise();
        PersonRef person = acme.another(Role.AUDITOR);
        acme.as(person);
        assertThat(jdbc.sql("select principal_name from framework.spring_session where principal_name = ?")
                        .param(person.id().toString())
                        .query(String.class)
                        .list())
                .hasSize(1);
        List<byte[]> attributes =
                jdbc.sql("""
                        select a.attribute_bytes from framework.spring_session_attributes a
                        join framework.spring_session s on s.primary_id = a.session_primary_id where principal_name = ?
                        """).param(person.id().toString()).query(byte[].class).list();
        String kept = attributes.stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
        assertThat(kept).contains(person.id().toString()).doesNotContain(person.email(), person.displayName());
    }

    @Test
    void setsCookiesThatScriptsAndOtherSitesCannotUse() {
        TestOrganization acme = organizations.enterprise();
        Api browser = acme.anonymous();
        browser.get("/api/session");
        Api.Answer answer = browser.signIn(acme.person(Role.AUDITOR).email(), TestOrganizations.PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("GATEHOUSE_SESSION=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=") && !cookie.contains("HttpOnly"));
    }

    @Test
    void slowsGuessingDownButNotForTheBrowserThatThePersonUses() {
        TestOrganization acme = organizations.enterprise();
        PersonRef person = acme.another(Role.SECURITY_ADMIN);
        Api own = acme.as(person);
        Api attacker = acme.anonymous();
        for (int i = 0; i < 5; i++) {
            assertThat(attacker.signIn(person.email(), "guess number " + i).status())
                    .isEqualTo(401);
        }
        Api.Answer paused = attacker.signIn(person.email(), TestOrganizations.PASSWORD);
        assertThat(paused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(paused.header("Retry-After"))).isBetween(1, 31);
        own.delete("/api/session");
        assertThat(own.signIn(person.email(), TestOrganizations.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void refusesOversizedAndBrokenInput() {
        Api browser = organizations.browser();
        browser.get("/api/session");
        assertThat(browser.post("/api/session", "{").status()).isEqualTo(400);
        assertThat(browser.post("/api/session", Map.of("email", "a@b.test")).status())
                .isEqualTo(422);
        assertThat(browser.signIn("a@b.test", "x".repeat(201)).status()).isEqualTo(422);
        assertThat(browser.post("/api/session", Map.of("email", "a@b.test", "password", "x", "role", "ADMIN"))
                        .status())
                .isEqualTo(400);
    }
}
