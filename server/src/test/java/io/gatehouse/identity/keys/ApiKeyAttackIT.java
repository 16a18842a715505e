package io.gatehouse.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestTables;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What somebody tries who has a key too many, a key too old, or somebody else's. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
final class ApiKeyAttackIT {

    private static final String O = "/api/organizations/{o}";
    private static final Set<Permission> EVENTS = Set.of(Permission.EVENT_READ);
    private static final int MORE_THAN_A_SOURCE_MAY = 60;

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final TestClock clock;
    /** Each test calls from an address of its own, so that its failures are nobody else's. */
    private final String source = "203.0.113." + Math.floorMod(UUID.randomUUID().hashCode(), 200);

    @Autowired
    ApiKeyAttackIT(TestOrganizations organizations, TestClock clock) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.clock = clock;
    }

    @Test
    void anExpiredKeyOpensNothing() {
        String key = key(EVENTS);
        assertThat(call(key).status()).isEqualTo(200);
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(2))) {
            Api.Answer late = call(key);
            assertThat(late.status()).isEqualTo(401);
            assertThat(late.body()).contains("expired");
            assertThat(late.header("WWW-Authenticate")).contains("invalid_token");
        }
    }

    @Test
    void aKeyOpensOneOrganizationAndTheOthersAreAsIfTheyWereNot() {
        Api program = acme.anonymous().bearing(key(EVENTS));
        String other = "/api/organizations/" + organizations.enterprise().id();
        Api.Answer there = program.get(other + "/events");
        Api.Answer nowhere = program.get("/api/organizations/" + UUID.randomUUID() + "/events");
        assertThat(there.status()).isEqualTo(404);
        assertThat(there.json().at("/detail")).isEqualTo(nowhere.json().at("/detail"));
    }

    @Test
    void aKeyOpensNothingFromElsewhere() {
        String account = acme.serviceAccount(EVENTS);
        String key = acme.key(account, EVENTS, "198.51.100.0/24", "2001:db8::/32");
        assertThat(from("198.51.100.7", key).status()).isEqualTo(200);
        assertThat(from("2001:db8::7", key).status()).isEqualTo(200);
        assertThat(from("198.51.101.7", key).status()).isEqualTo(401);
        assertThat(from("198.51.100.7, 203.0.113.250", key).status())
                .as("an address that the caller made up")
                .isEqualTo(401);
        assertThat(from("", key).status()).isEqualTo(401);
    }

    @Test
    void whatTheDatabaseKeepsIsNoKey() {
        String key = key(EVENTS);
        KeyText text = KeyText.parse(key).orElseThrow();
        KeyText stolen = new KeyText(text.publicId(), HexFormat.of().formatHex(text.hash()));
        assertThat(call(stolen.text()).status()).isEqualTo(401);
        assertThat(call(new KeyText(text.publicId(), KeyText.next().secret()).text())
                        .status())
                .isEqualTo(401);
        assertThat(TestTables.with(acme.id(), text.secret())).isEmpty();
        assertThat(TestTables.with(acme.id(), text.publicId())).contains("identity.api_key");
    }

    @Test
    void aKeyIsNeverSaidAgain(CapturedOutput log) {
        String account = acme.serviceAccount(EVENTS);
        String key = acme.key(account, EVENTS);
        String secret = KeyText.parse(key).orElseThrow().secret();
        Api nobody = acme.anonymous();
        for (String parameter : List.of("access_token", "key", "api_key")) {
            assertThat(nobody.get(O + "/events?" + parameter + "=" + key).status())
                    .as("a key in the address")
                    .isEqualTo(401);
        }
        assertThat(call(key + "x").body()).doesNotContain(secret);
        Api admin = acme.as(Role.SECURITY_ADMIN);
        assertThat(admin.get(O + "/service-accounts/" + account + "/keys").body())
                .doesNotContain(secret);
        assertThat(admin.get(O + "/ledger/entries/export?format=jsonl").body()).doesNotContain(secret);
        assertThat(log.getAll()).doesNotContain(secret);
    }

    @Test
    void aSessionBesideTheKeyCountsForNothing() {
        Api admin = acme.as(acme.another(Role.SECURITY_ADMIN));
        Map<String, String> weak = bearing(key(EVENTS));
        assertThat(admin.send("GET", O + "/rules", null, weak).status())
                .as("the session could, the key cannot")
                .isEqualTo(403);
        assertThat(admin.send("GET", O + "/rules", null, bearing(KeyText.next().text()))
                        .status())
                .isEqualTo(401);
        assertThat(admin.send("GET", "/api/account/factors", null, weak).body()).contains("for-people-only");
        assertThat(admin.get(O + "/rules").status())
                .as("the session is as it was")
                .isEqualTo(200);
    }

    @Test
    void aProgramGetsNoSessionAndNeedsNoTokenAgainstForgery() {
        Api program = acme.asProgram(Set.of(Permission.ENROLMENT_MANAGE));
        Api.Answer made = program.post(O + "/enrolments", Map.of("name", "Made by a program", "tagIds", List.of()));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(made.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void whatIsForPeopleIsRefusedClearly() {
        Set<Permission> all = Set.of(
                Permission.PEOPLE_READ,
                Permission.PEOPLE_MANAGE,
                Permission.LEDGER_READ,
                Permission.LEDGER_EXPORT,
                Permission.REQUEST_READ,
                Permission.EVENT_READ);
        Api program = acme.asProgram(all);
        String lost = O + "/people/" + acme.another(Role.END_USER).id() + "/remove-factors";
        String newcomer = "new-" + UUID.randomUUID() + "@example.test";
        List<Api.Answer> answers = List.of(
                program.probe("GET", O + "/live", null),
                program.get(O + "/ledger/entries/export?format=jsonl"),
                program.post(lost, Map.of("reason", "They lost the phone")),
                program.post(O + "/membership/leave", Map.of("reason", "Tired of it")),
                program.get(O + "/membership/departure"),
                program.post(O + "/invitations", Map.of("email", newcomer, "roles", List.of("SECURITY_ADMIN"))));
        assertThat(answers).allMatch(answer -> answer.status() == 403);
        assertThat(answers)
                .allMatch(answer -> answer.body().contains("for-people-only")
                        || answer.body().contains("may not do themselves"));
        assertThat(program.get(O + "/requests").status()).isEqualTo(200);
        assertThat(program.post(O + "/invitations", Map.of("email", newcomer, "roles", List.of("END_USER")))
                        .status())
                .as("it may not ask for software, so it cannot let anybody")
                .isEqualTo(403);
    }

    @Test
    void brokenHeadersBreakNothing() {
        Api nobody = acme.anonymous();
        for (String header :
                List.of("Bearer ", "bearer x", "Bearer a b c", "Bearer " + "x".repeat(5_000), "Bearer ..")) {
            Map<String, String> headers = new HashMap<>(Map.of("Authorization", header));
            headers.put("X-Forwarded-For", source);
            assertThat(nobody.send("GET", O + "/events", null, headers).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void whoTriesManyIsSlowedDownAndNobodyElse() {
        String key = key(EVENTS);
        String flooding = "203.0.113.251";
        for (int i = 0; i < MORE_THAN_A_SOURCE_MAY; i++) {
            from(flooding, KeyText.next().text());
        }
        assertThat(from(flooding, KeyText.next().text()).status()).isEqualTo(429);
        assertThat(from(flooding, key).status())
                .as("a right key from the same address")
                .isEqualTo(200);
        assertThat(from("203.0.113.252", KeyText.next().text()).status()).isEqualTo(401);
    }

    private String key(Set<Permission> permissions) {
        return acme.key(acme.serviceAccount(permissions), permissions);
    }

    private Api.Answer call(String key) {
        return from(source, key);
    }

    private Api.Answer from(String address, String key) {
        Map<String, String> headers = new HashMap<>(bearing(key));
        headers.put("X-Forwarded-For", address);
        return acme.anonymous().send("GET", O + "/events", null, headers);
    }

    private static Map<String, String> bearing(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }
}
