package io.gatehouse.identity.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestTables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A person lets a program of theirs act for them, within what they chose and hold. */
@ServerTest
final class ConnectionIT {

    private static final String CONNECTIONS = "/api/account/connections";
    private static final List<String> SCOPES = List.of("people.read", "rule.read");

    private final TestOrganization acme;
    private final TestClock clock;
    private final PersonRef ada;
    private final Api browser;
    private final OwnProgram program;

    @Autowired
    ConnectionIT(TestOrganizations organizations, TestClock clock) {
        this.acme = organizations.enterprise();
        this.clock = clock;
        this.ada = acme.another(Role.SECURITY_ADMIN);
        this.browser = acme.as(ada);
        this.program = new OwnProgram(acme, "203.0.113.71");
    }

    @Test
    void aProgramAsksAPersonAllowsAndItActsForThem() {
        JsonNode codes = program.ask("deploy-helper", "people.manage rule.read");
        String device = codes.at("/device_code").asString();
        String user = codes.at("/user_code").asString();
        assertThat(codes.at("/verification_uri").asString()).endsWith("/console/connect");
        assertThat(program.poll(device).json().at("/error").asString()).isEqualTo("authorization_pending");

        JsonNode waiting = browser.post(CONNECTIONS + "/waiting", Map.of("userCode", user.toLowerCase()))
                .json();
        assertThat(waiting.at("/program").asString()).isEqualTo("deploy-helper");
        assertThat(waiting.at("/address").asString()).isEqualTo("203.0.113.71");
        assertThat(waiting.at("/choices/0/permissions").size()).isEqualTo(2);
        assertThat(program.allow(browser, user, List.of("people.manage", "rule.read"))
                        .status())
                .isEqualTo(201);

        JsonNode tokens = program.poll(device).json();
        assertThat(tokens.at("/token_type").asString()).isEqualTo("Bearer");
        assertThat(tokens.at("/expires_in").asInt()).isBetween(500, 600);
        String token = OwnProgram.access(tokens);
        assertThat(program.call(token, "/rules").status()).isEqualTo(200);
        assertThat(program.call(token, "/events").status()).as("not chosen").isEqualTo(403);
        assertThat(program.poll(device).json().at("/error").asString())
                .as("once")
                .isEqualTo("invalid_grant");

        String team = "Made by a program";
        assertThat(program.call(token, "POST", "/teams", Map.of("name", team)).status())
                .isEqualTo(201);
        String book = acme.as(Role.SECURITY_ADMIN)
                .get("/api/organizations/{o}/ledger/entries?actor=" + ada.id())
                .body();
        assertThat(book).contains(ada.displayName() + " by their program “deploy-helper”");
        assertThat(TestTables.with(acme.id(), device)).isEmpty();
    }

    @Test
    void aRefreshTokenIsTurnedAndKeptNowhere() {
        JsonNode first = program.connect(browser, SCOPES);
        JsonNode second = program.refresh(OwnProgram.refresh(first)).json();
        assertThat(program.call(OwnProgram.access(second), "/rules").status()).isEqualTo(200);
        assertThat(OwnProgram.refresh(second)).isNotEqualTo(OwnProgram.refresh(first));
        Api.Answer less = program.post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        OwnProgram.refresh(second),
                        "scope",
                        "people.read"));
        assertThat(program.call(OwnProgram.access(less.json()), "/rules").status())
                .as("less was asked for")
                .isEqualTo(403);
        for (String secret : OwnProgram.refresh(less.json()).substring(18).split("_")) {
            assertThat(TestTables.with(acme.id(), secret)).isEmpty();
        }
    }

    @Test
    void thePersonSeesItsUseAndDisconnectsIt() {
        JsonNode tokens = program.connect(browser, SCOPES);
        program.call(OwnProgram.access(tokens), "/rules");
        JsonNode shown = browser.get(CONNECTIONS).json().at("/0");
        assertThat(shown.at("/program").asString()).isEqualTo("deploy-helper");
        assertThat(shown.at("/organizationId").asString()).isEqualTo(acme.id().toString());
        assertThat(shown.at("/lastUsedAddress").asString()).isEqualTo("203.0.113.71");
        String path = CONNECTIONS + "/" + shown.at("/id").asString();
        assertThat(acme.as(Role.SECURITY_ADMIN).delete(path).status())
                .as("another's")
                .isEqualTo(404);
        assertThat(browser.delete(path).status()).isEqualTo(204);
        assertThat(program.call(OwnProgram.access(tokens), "/rules").status()).isEqualTo(401);
        assertThat(program.refresh(OwnProgram.refresh(tokens))
                        .json()
                        .at("/error")
                        .asString())
                .isEqualTo("invalid_grant");
    }

    @Test
    void administratorsSeeAndEndWhatActsForTheirMembers() {
        JsonNode tokens = program.connect(browser, SCOPES);
        Api admin = acme.as(Role.SECURITY_ADMIN);
        String path = "/api/organizations/{o}/people/" + ada.id() + "/connections";
        String id = admin.get(path).json().at("/0/id").asString();
        Api.Answer ended = admin.post(path + "/" + id + "/end", Map.of("reason", "Odd calls"));
        assertThat(ended.status()).as(ended.body()).isEqualTo(204);
        assertThat(program.call(OwnProgram.access(tokens), "/rules").status()).isEqualTo(401);
        assertThat(admin.get(path).json().size()).isZero();
    }

    @Test
    void aProgramThatIsDeniedHearsIt() {
        JsonNode codes = program.ask("deploy-helper", "rule.read");
        String user = codes.at("/user_code").asString();
        assertThat(browser.post(CONNECTIONS + "/deny", Map.of("userCode", user)).status())
                .isEqualTo(204);
        assertThat(program.poll(codes.at("/device_code").asString())
                        .json()
                        .at("/error")
                        .asString())
                .isEqualTo("access_denied");
        assertThat(program.allow(browser, user, List.of("rule.read")).status())
                .as("decided once")
                .isEqualTo(404);
    }

    @Test
    void codesAndUnusedConnectionsEndByThemselves() {
        JsonNode codes = program.ask("deploy-helper", "rule.read");
        JsonNode tokens = program.connect(browser, SCOPES);
        try (TestClock.Shift _ = clock.ahead(DeviceCodes.LAST)) {
            assertThat(program.poll(codes.at("/device_code").asString())
                            .json()
                            .at("/error")
                            .asString())
                    .isEqualTo("expired_token");
        }
        try (TestClock.Shift _ = clock.ahead(RefreshTokens.LAST_UNUSED)) {
            assertThat(program.refresh(OwnProgram.refresh(tokens)).status()).isEqualTo(400);
        }
    }

    @Test
    void aProgramGivesItsConnectionBack() {
        JsonNode tokens = program.connect(browser, SCOPES);
        assertThat(program.revoke(OwnProgram.refresh(tokens)).status()).isEqualTo(200);
        assertThat(program.call(OwnProgram.access(tokens), "/rules").status()).isEqualTo(401);
    }
}
