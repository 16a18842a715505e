package io.gatehouse.identity.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Sha256;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Codes guessed, tokens stolen, consents stretched. */
@ServerTest
final class ConnectionAttackIT {

    private static final String CONNECTIONS = "/api/account/connections";
    private static final List<String> RULES = List.of("rule.read");

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final TestClock clock;
    private final PersonRef ada;
    private final Api browser;
    private final OwnProgram program;

    @Autowired
    ConnectionAttackIT(TestOrganizations organizations, TestClock clock) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.clock = clock;
        this.ada = acme.another(Role.AUDITOR);
        this.browser = acme.as(ada);
        this.program = new OwnProgram(acme, "203.0.113.73");
    }

    @Test
    void aRefreshTokenThatIsUsedAgainEndsTheWholeConnection() {
        JsonNode first = program.connect(browser, RULES);
        JsonNode second = program.refresh(OwnProgram.refresh(first)).json();
        JsonNode third = program.refresh(OwnProgram.refresh(second)).json();
        assertThat(program.call(OwnProgram.access(third), "/rules").status()).isEqualTo(200);
        assertThat(program.refresh(OwnProgram.refresh(first))
                        .json()
                        .at("/error")
                        .asString())
                .isEqualTo("invalid_grant");
        assertThat(program.refresh(OwnProgram.refresh(third)).status()).isEqualTo(400);
        assertThat(program.call(OwnProgram.access(third), "/rules").status()).isEqualTo(401);
        assertThat(acme.as(Role.SECURITY_ADMIN)
                        .get("/api/organizations/{o}/ledger/entries?action=connection.end-reused")
                        .body())
                .contains("connection.end-reused");
    }

    @Test
    void ofTwoRefreshesAtOnceOneWinsAndTheOtherEndsTheConnection() {
        String shared = OwnProgram.refresh(program.connect(browser, RULES));
        List<CompletableFuture<Api.Answer>> racing = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> program.refresh(shared)))
                .toList();
        List<Api.Answer> won = racing.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.status() == 200)
                .toList();
        assertThat(won).hasSizeLessThanOrEqualTo(1);
        for (Api.Answer winner : won) {
            assertThat(program.refresh(OwnProgram.refresh(winner.json())).status())
                    .isEqualTo(400);
        }
        assertThat(browser.get(CONNECTIONS).json().size()).isZero();
    }

    @Test
    void ofTwoPollsAtOnceOneGetsTokens() {
        JsonNode codes = program.ask("deploy-helper", "rule.read");
        program.allow(browser, codes.at("/user_code").asString(), RULES);
        String device = codes.at("/device_code").asString();
        List<Integer> answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> program.poll(device)))
                        .limit(4)
                        .toList()
                        .stream()
                        .map(polling -> polling.join().status())
                        .toList();
        assertThat(answers).containsOnlyOnce(200);
    }

    @Test
    void whoPollsTooFastMustWaitLonger() {
        String device =
                program.ask("deploy-helper", "rule.read").at("/device_code").asString();
        assertThat(error(program.poll(device))).isEqualTo("authorization_pending");
        assertThat(error(program.poll(device))).isEqualTo("slow_down");
        try (TestClock.Shift _ = clock.ahead(Duration.ofSeconds(6))) {
            assertThat(error(program.poll(device))).as("ten seconds now").isEqualTo("slow_down");
        }
        try (TestClock.Shift _ = clock.ahead(Duration.ofSeconds(30))) {
            assertThat(error(program.poll(device))).isEqualTo("authorization_pending");
        }
    }

    @Test
    void madeUpCodesAndTokensOpenNothing() {
        assertThat(error(program.poll("A".repeat(128)))).isEqualTo("invalid_grant");
        assertThat(error(program.refresh("gatehouse_refresh_" + "0".repeat(64) + "_" + "0".repeat(64))))
                .isEqualTo("invalid_grant");
        for (String odd : List.of("x", "eyJ.eyJ.eyJ", "a".repeat(20_000))) {
            assertThat(program.refresh(odd).status()).as(odd).isIn(400, 413);
        }
    }

    @Test
    void hashesFromAStolenCopyOpenNothing() {
        String token = OwnProgram.refresh(program.connect(browser, RULES));
        String[] halves = token.substring("gatehouse_refresh_".length()).split("_");
        String stolen = "gatehouse_refresh_" + hash(halves[0]) + "_" + hash(halves[1]);
        assertThat(error(program.refresh(stolen))).isEqualTo("invalid_grant");
        assertThat(program.refresh(token).status()).as("nor does trying end it").isEqualTo(200);
    }

    @Test
    void whoGuessesShortCodesMustPause() {
        PersonRef guesser = acme.another(Role.AUDITOR);
        Api guessing = acme.as(guesser);
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(i -> guessing.post(
                                CONNECTIONS + "/waiting", Map.of("userCode", "BCDF-GHJ" + (char) ('K' + i)))
                        .status())
                .toList();
        assertThat(answers).startsWith(404, 404, 404, 404, 404).endsWith(429, 429);
        String right = program.ask("deploy-helper", "").at("/user_code").asString();
        assertThat(guessing.post(CONNECTIONS + "/waiting", Map.of("userCode", right))
                        .status())
                .as("a right one meanwhile")
                .isEqualTo(429);
    }

    @Test
    void oneAddressHasNoEndlessCodes() {
        OwnProgram flooding = new OwnProgram(acme, "203.0.113.74");
        for (int i = 0; i < 50; i++) {
            flooding.ask("flood", "rule.read");
        }
        assertThat(flooding.ask("flood", "rule.read").at("/error").asString()).isEqualTo("slow_down");
    }

    @Test
    void noMoreThanThePersonHoldsOrTheProgramAskedFor() {
        String user = program.ask("deploy-helper", "").at("/user_code").asString();
        assertThat(program.allow(browser, user, List.of("rule.manage")).status())
                .as("an auditor")
                .isEqualTo(422);
        assertThat(program.allow(browser, user, List.of("request.decide")).status())
                .as("only people")
                .isEqualTo(422);
        String narrow =
                program.ask("deploy-helper", "rule.read").at("/user_code").asString();
        assertThat(program.allow(browser, narrow, List.of("ledger.read")).status())
                .isEqualTo(422);
        assertThat(program.ask("deploy-helper", "request.decide").at("/error").asString())
                .isEqualTo("invalid_scope");
    }

    @Test
    void notInAnOrganizationThatIsNotTheirs() {
        TestOrganization other = organizations.enterprise();
        String user = program.ask("deploy-helper", "rule.read").at("/user_code").asString();
        assertThat(new OwnProgram(other, "203.0.113.73")
                        .allow(browser, user, RULES)
                        .status())
                .isEqualTo(404);
        organizations.join(other.id(), ada, Role.AUDITOR);
        String token = OwnProgram.access(program.connect(browser, RULES));
        assertThat(new OwnProgram(other, "203.0.113.73").call(token, "/rules").status())
                .as("theirs, but another")
                .isEqualTo(404);
    }

    @Test
    void aCodeThatSomebodyElseDecidedIsGone() {
        JsonNode codes = program.ask("deploy-helper", "rule.read");
        String user = codes.at("/user_code").asString();
        assertThat(program.allow(acme.as(acme.another(Role.AUDITOR)), user, RULES)
                        .status())
                .isEqualTo(201);
        assertThat(program.allow(browser, user, RULES).status()).isEqualTo(404);
        assertThat(browser.get(CONNECTIONS).json().size()).isZero();
    }

    @Test
    void aConsentNeedsAFreshFactorAndNoProgramGivesOne() {
        String user = program.ask("deploy-helper", "rule.read").at("/user_code").asString();
        Api stale = acme.as(acme.another(Role.AUDITOR));
        stale.freshFactor(null);
        assertThat(program.allow(stale, user, RULES).status()).isEqualTo(403);
        String token = OwnProgram.access(program.connect(browser, RULES));
        Api robot = acme.anonymous().bearing(token);
        for (String path : List.of(CONNECTIONS, "/api/account/sessions", "/api/session", "/api/installation")) {
            assertThat(robot.get(path).status()).as(path).isIn(401, 403);
        }
        assertThat(program.call(token, "POST", "/membership/leave", Map.of("reason", "By a program"))
                        .status())
                .isEqualTo(403);
        assertThat(program.call(token, "/live").status()).isEqualTo(403);
    }

    @Test
    void aNameCannotLookLikeAnythingElse() {
        String user = program.ask("Gatehouse\u202e\n“ok” <b>" + "x".repeat(200), "rule.read")
                .at("/user_code")
                .asString();
        String shown = browser.post(CONNECTIONS + "/waiting", Map.of("userCode", user))
                .json()
                .at("/program")
                .asString();
        assertThat(shown).startsWith("Gatehouse ok b x").hasSizeLessThanOrEqualTo(60);
    }

    private static String error(Api.Answer answer) {
        return answer.json().at("/error").asString();
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
