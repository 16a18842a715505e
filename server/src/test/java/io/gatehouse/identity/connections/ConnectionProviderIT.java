package io.gatehouse.identity.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.SecondFactor;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestProvider;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A program acts while the provider counts that vouched for who allowed it. */
@ServerTest
final class ConnectionProviderIT {

    private static final String CONNECTIONS = "/api/account/connections";

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganizations organizations;
    private final TestClock clock;
    private final TestOrganization acme;
    private final SignInByProvider signIn;
    private final Api admin;
    private final Api browser;
    private final OwnProgram program;

    @Autowired
    ConnectionProviderIT(TestOrganizations organizations, TestClock clock) {
        this.organizations = organizations;
        this.clock = clock;
        this.acme = organizations.enterprise();
        this.signIn = SignInByProvider.of(acme, standIn);
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.browser = organizations.browser();
        this.program = new OwnProgram(acme, "203.0.113.74");
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void notWhenItIsOutOfUseOrGoneThoughThePersonKeepsTheirRole() {
        JsonNode tokens = connect(signIn);
        String person = browser.get("/api/session").json().at("/person/id").asString();
        admin.put("/api/organizations/{o}/people/" + person + "/roles", Map.of("roles", List.of("SECURITY_ADMIN")));
        assertThat(status(tokens)).isEqualTo(200);
        signIn.provider().disable();
        assertThat(status(tokens)).isEqualTo(401);
        signIn.provider().enable();
        assertThat(status(tokens)).isEqualTo(200);
        assertThat(admin.delete(signIn.provider().path("")).status()).isEqualTo(204);
        assertThat(status(tokens)).isEqualTo(401);
        assertThat(program.refresh(OwnProgram.refresh(tokens))
                        .json()
                        .at("/error")
                        .asString())
                .isEqualTo("invalid_grant");
    }

    /** Whoever gets the account's address later must find no program of who had it before. */
    @Test
    void notWhenThePersonIsPartedFromTheirAccountThere() {
        PersonRef ada = organizations.person("ada@" + signIn.domain());
        organizations.join(acme.id(), ada, Role.SECURITY_ADMIN);
        JsonNode allowedHere = program.connect(acme.as(ada), List.of("rule.read"));
        JsonNode allowedThere = connect(signIn);
        assertThat(status(allowedThere)).isEqualTo(200);
        String account = "/api/organizations/{o}/people/" + ada.id() + "/linked-accounts/"
                + signIn.provider().id();
        assertThat(admin.delete(account).status()).isEqualTo(204);
        assertThat(status(allowedThere)).isEqualTo(401);
        assertThat(program.refresh(OwnProgram.refresh(allowedThere)).status()).isEqualTo(400);
        assertThat(status(allowedHere)).as("allowed without the provider").isEqualTo(200);
        signIn.signIn(organizations.browser(), signIn.claims("ada", "admins"));
        assertThat(status(allowedThere)).as("linked again").isEqualTo(401);
    }

    @Test
    void notWhenTheDomainOfThePersonIsTheOrganizationsNoMore() {
        JsonNode tokens = connect(signIn);
        assertThat(status(tokens)).isEqualTo(200);
        assertThat(admin.delete("/api/organizations/{o}/domains/" + signIn.domain())
                        .status())
                .isEqualTo(204);
        assertThat(status(tokens)).isEqualTo(401);
        assertThat(program.refresh(OwnProgram.refresh(tokens)).status()).isEqualTo(400);
    }

    @Test
    void notWhenAnotherOneIsRequired() {
        TestProvider other = TestProvider.oidc(acme, "Another");
        other.settle(standIn.issuer(), OpenIdProvider.SECRET);
        other.map(Map.of("admins", Role.SECURITY_ADMIN));
        assertThat(other.enable().status()).isEqualTo(200);
        JsonNode byOther = connect(new SignInByProvider(acme, signIn.domain(), other, standIn));
        JsonNode byRequired = connect(signIn);
        require();
        assertThat(status(byOther)).isEqualTo(401);
        assertThat(status(byRequired)).isEqualTo(200);
    }

    @Test
    void aSessionThroughItNeitherSeesNorEndsThoseOfAnotherOrganization() {
        TestOrganization other = organizations.enterprise();
        PersonRef ada = organizations.person("ada@" + signIn.domain());
        organizations.join(acme.id(), ada, Role.AUDITOR);
        organizations.join(other.id(), ada, Role.AUDITOR);
        OwnProgram elsewhere = new OwnProgram(other, "203.0.113.75");
        Api own = other.as(ada);
        String access = OwnProgram.access(elsewhere.connect(own, List.of("rule.read")));
        String id = own.get(CONNECTIONS).json().at("/0/id").asString();
        JsonNode here = connect(signIn);
        assertThat(browser.get(CONNECTIONS).json().size()).isEqualTo(1);
        assertThat(browser.delete(CONNECTIONS + "/" + id).status()).isEqualTo(404);
        assertThat(browser.delete("/api/account/sessions").status()).isEqualTo(204);
        assertThat(elsewhere.call(access, "/rules").status()).isEqualTo(200);
        assertThat(status(here)).isEqualTo(401);
    }

    private JsonNode connect(SignInByProvider way) {
        way.signIn(browser, way.claims("ada", "admins"));
        browser.freshFactor(Map.of("factor", "FEDERATED", "secret", "provider"));
        return program.connect(browser, List.of("rule.read"));
    }

    private int status(JsonNode tokens) {
        return program.call(OwnProgram.access(tokens), "/rules").status();
    }

    private void require() {
        signIn.answer(admin, signIn.provider().test(), signIn.claims("ada", "admins"));
        admin.freshFactor(SecondFactor.add(admin, clock).proof(0));
        Map<String, Object> wanted = Map.of(
                "provider",
                signIn.provider().id(),
                "fallbackPeople",
                List.of(acme.person(Role.SECURITY_ADMIN).id().toString()));
        Api.Answer required = admin.put("/api/organizations/{o}/required-provider", wanted);
        assertThat(required.status()).as(required.body()).isEqualTo(200);
    }
}
