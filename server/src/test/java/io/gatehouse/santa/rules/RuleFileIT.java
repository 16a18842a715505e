package io.gatehouse.santa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.SantaData;
import io.gatehouse.santa.TagRef;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Rules in files. */
@ServerTest
final class RuleFileIT {

    private static final String HEADER = "ruleType,identifier,policy,scope,comment\r\n";
    private static final List<String> NASTY = List.of(
            "=1+1",
            "'=1+1",
            "''",
            "'plain",
            "'",
            "@sum",
            "+1",
            "-1",
            "a,b;c",
            "\"quoted\"",
            "two\nlines",
            "Grüße 鍵 🗝",
            "back\\slash",
            "{\"json\": 1}",
            "a\tb");

    private final TestOrganizations organizations;
    private final SantaData santa;
    private TestOrganization acme;
    private Api admin;

    @Autowired
    RuleFileIT(TestOrganizations organizations, SantaData santa) {
        this.organizations = organizations;
        this.santa = santa;
    }

    @BeforeEach
    void freshOrganization() {
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
    }

    /** 3 organizations with 60 random rules each; in either form a file that comes back changes nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasExportedComesBackWithoutADifference(long seed) {
        Random random = new Random(seed);
        TagRef tag = santa.tag(acme, "Ümlaut, \"quoted\" tag: x", 0);
        DeviceRef device = santa.device(acme, "mac");
        for (int i = 0; i < 60; i++) {
            assertThat(admin.post("/api/organizations/{o}/rules", random(random, i, tag, device))
                            .status())
                    .isEqualTo(201);
        }
        for (String format : List.of("csv", "json")) {
            String file = admin.get("/api/organizations/{o}/rules/export?format=" + format)
                    .body();
            JsonNode outcome = load(format, file, "REPLACE", false);
            assertThat(outcome.get("errors").size()).as(outcome.toString()).isZero();
            assertThat(outcome.get("unchanged").asInt()).isEqualTo(60);
            assertThat(outcome.get("differences").size()).isZero();
            JsonNode first = admin.get("/api/organizations/{o}/rules?limit=1").json();
            admin.post("/api/organizations/{o}/rules/bulk", Map.of("ids", ids(), "action", "DELETE"));
            assertThat(first.get("items").size()).isEqualTo(1);
            assertThat(load(format, file, "MERGE", false).get("added").asInt()).isEqualTo(60);
            assertThat(admin.get("/api/organizations/{o}/rules/export?format=" + format)
                            .body())
                    .isEqualTo(file);
        }
    }

    @Test
    void aDryRunShowsTheDifferenceAndChangesNothing() {
        load("csv", HEADER + row("1", "ALLOWLIST", "stays") + row("2", "ALLOWLIST", "goes"), "MERGE", false);
        String file = HEADER + row("1", "BLOCKLIST", "stays") + row("3", "ALLOWLIST", "comes");
        JsonNode dry = load("csv", file, "REPLACE", true);
        assertThat(List.of(
                        dry.get("added").asInt(),
                        dry.get("changed").asInt(),
                        dry.get("removed").asInt()))
                .containsExactly(1, 1, 1);
        assertThat(dry.get("applied").asBoolean()).isFalse();
        assertThat(dry.get("differences").get(0).get("before").get("policy").asString())
                .isEqualTo("ALLOWLIST");
        assertThat(ids()).hasSize(2);
        assertThat(load("csv", file, "MERGE", true).get("removed").asInt()).isZero();
        assertThat(load("csv", file, "REPLACE", false).get("applied").asBoolean())
                .isTrue();
        assertThat(load("csv", file, "REPLACE", false).get("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void everyBrokenLineIsNamedAndNothingIsApplied() {
        String file = HEADER
                + row("1", "ALLOWLIST", "good")
                + "BINARY,short,ALLOWLIST,,\r\n"
                + "BINARY," + "2".repeat(64) + ",ALLOWLIST,tag:Nobody,\r\n"
                + "BINARY," + "3".repeat(64) + ",ALLOWLIST,,\"two\nlines\"\r\n"
                + "NONSENSE," + "4".repeat(64) + ",ALLOWLIST,,\r\n"
                + row("1", "BLOCKLIST", "again")
                + "BINARY\r\n";
        JsonNode outcome = load("csv", file, "MERGE", false);
        List<Integer> lines = new ArrayList<>();
        outcome.get("errors").forEach(error -> lines.add(error.get("line").asInt()));
        assertThat(lines).containsExactlyInAnyOrder(3, 4, 7, 8, 9);
        assertThat(outcome.get("applied").asBoolean()).isFalse();
        assertThat(ids()).isEmpty();
    }

    @Test
    void brokenFilesAreRefusedWithTheLine() {
        assertThat(error("csv", "ruleType,identifier\r\n")).isEqualTo("1 column policy is missing");
        assertThat(error("csv", "ruleType,identifier,policy,surprise\r\n")).startsWith("1 column 'surprise'");
        assertThat(error("json", "[\n{\"ruleType\": \"BINARY\",\n\"surprise\": 1}]"))
                .startsWith("2 field 'surprise'");
        assertThat(error("json", "[\n\n{\"ruleType\":")).startsWith("3 is not JSON");
        assertThat(error("json", "{}")).isEqualTo("1 must be an array of rules");
        assertThat(error("json", "[1]")).contains("must be an object");
        assertThat(error("json", "[{\"ruleType\": {\"a\": [1]}}]")).contains("must be text");
        assertThat(error("json", "[".repeat(100_000))).isNotEmpty();
        assertThat(error("csv", HEADER + "BINARY,\"never closed")).contains("is not CSV");
    }

    @Test
    void oneFileHasAtMostFiftyThousandRules() {
        StringBuilder file = new StringBuilder("ruleType,identifier,policy\n");
        for (int i = 0; i <= 50_000; i++) {
            file.append("BINARY,").append("%064x".formatted(i)).append(",ALLOWLIST\n");
        }
        assertThat(error("csv", file.toString())).startsWith("50002 is beyond the 50000");
    }

    @Test
    void bodiesAreBoundedBeforeTheyAreParsed() {
        assertThat(admin.post("/api/organizations/{o}/rules/import", " ".repeat(33 * 1024 * 1024) + "{}")
                        .status())
                .isEqualTo(413);
        Map<String, Object> large =
                Map.of("format", "csv", "mode", "MERGE", "dryRun", true, "content", "x".repeat(17 * 1024 * 1024));
        assertThat(admin.post("/api/organizations/{o}/rules/import", large).status())
                .isEqualTo(413);
        Api.Answer other = admin.post("/api/organizations/{o}/rules", Map.of("comment", "x".repeat(1024 * 1024)));
        assertThat(other.status()).isEqualTo(413);
        assertThat(other.json().get("type").asString()).isEqualTo("urn:gatehouse:problem:too-large");
    }

    @Test
    void filesOfTenThousandRulesAreApplied() {
        StringBuilder file = new StringBuilder("ruleType,identifier,policy\n");
        for (int i = 0; i < 10_000; i++) {
            file.append("BINARY,").append("%064x".formatted(i)).append(",ALLOWLIST\n");
        }
        JsonNode outcome = load("csv", file.toString(), "MERGE", false);
        assertThat(outcome.get("added").asInt()).isEqualTo(10_000);
        assertThat(outcome.get("differences").size()).isEqualTo(RuleImport.LISTED);
        assertThat(load("csv", file.toString(), "MERGE", true).get("unchanged").asInt())
                .isEqualTo(10_000);
    }

    @Test
    void formulasLeaveProtected() {
        load("csv", HEADER + row("1", "ALLOWLIST", "=cmd|' /C calc'!A0"), "MERGE", false);
        assertThat(admin.get("/api/organizations/{o}/rules/export?format=csv").body())
                .contains(",'=cmd|' /C calc'!A0,");
        assertThat(admin.get("/api/organizations/{o}/rules/export?format=xml").status())
                .isEqualTo(422);
    }

    @Test
    void filesDoNotReachAnotherOrganization() {
        TestOrganization other = organizations.enterprise();
        santa.tag(other, "Theirs", 0);
        DeviceRef theirs = santa.device(other, "theirs");
        String file = HEADER
                + "BINARY," + "1".repeat(64) + ",ALLOWLIST,tag:Theirs,\r\n"
                + "BINARY," + "2".repeat(64) + ",ALLOWLIST,device:" + theirs.machineId() + ",\r\n";
        assertThat(load("csv", file, "MERGE", false).get("errors").size()).isEqualTo(2);
        assertThat(acme.as(Role.AUDITOR)
                        .post(
                                "/api/organizations/{o}/rules/import",
                                Map.of("format", "csv", "content", HEADER, "mode", "REPLACE", "dryRun", false))
                        .status())
                .isEqualTo(403);
    }

    private String error(String format, String content) {
        JsonNode error = load(format, content, "MERGE", false).get("errors").get(0);
        return error.get("line").asInt() + " " + error.get("message").asString();
    }

    private JsonNode load(String format, String content, String mode, boolean dryRun) {
        Api.Answer answer = admin.post(
                "/api/organizations/{o}/rules/import",
                Map.of("format", format, "content", content, "mode", mode, "dryRun", dryRun));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        admin.get("/api/organizations/{o}/rules?limit=200")
                .json()
                .get("items")
                .forEach(rule -> ids.add(rule.get("id").asString()));
        return ids;
    }

    private static String row(String digit, String policy, String comment) {
        return "BINARY," + digit.repeat(64) + "," + policy + ",organization," + comment + "\r\n";
    }

    private Map<String, Object> random(Random random, int i, TagRef tag, DeviceRef device) {
        Map<String, Object> rule = new HashMap<>();
        rule.put("ruleType", i % 2 == 0 ? "BINARY" : "SIGNINGID");
        rule.put("identifier", i % 2 == 0 ? "%064x".formatted(i) : "platform:=com.example." + i);
        rule.put("policy", List.of("ALLOWLIST", "BLOCKLIST", "CEL").get(random.nextInt(3)));
        if (rule.get("policy").equals("CEL")) {
            rule.put("celExpression", "\"=x\" in args\n|| euid == " + i);
        }
        rule.put(
                "scope",
                switch (random.nextInt(3)) {
                    case 0 -> Map.of("kind", "ORGANIZATION");
                    case 1 -> Map.of("kind", "TAG", "tagId", tag.id());
                    default -> Map.of("kind", "DEVICE", "deviceId", device.id());
                });
        rule.put("comment", NASTY.get(random.nextInt(NASTY.size())));
        rule.put("buttonLabel", NASTY.get(random.nextInt(NASTY.size())));
        rule.put("customMessage", NASTY.get(random.nextInt(NASTY.size())));
        if (random.nextBoolean()) {
            rule.put("customUrl", random.nextBoolean() ? "null" : "https://x.example/?a=%machine_id%");
            rule.put("ownerId", acme.person(Role.AUDITOR).id());
            rule.put("expiresAt", "2099-01-01T00:00:0" + random.nextInt(10) + ".125Z");
        }
        return rule;
    }
}
