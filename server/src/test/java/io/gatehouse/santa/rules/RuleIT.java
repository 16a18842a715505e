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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Rules over HTTP, and attacks on them. */
@ServerTest
final class RuleIT {

    private static final String HASH = "a".repeat(64);

    private final TestOrganizations organizations;
    private final SantaData santa;
    private TestOrganization acme;
    private Api admin;

    @Autowired
    RuleIT(TestOrganizations organizations, SantaData santa) {
        this.organizations = organizations;
        this.santa = santa;
    }

    @BeforeEach
    void freshOrganization() {
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void aRuleIsKeptNormalizedAndShownWhole() {
        Map<String, Object> input = rule("BINARY", "  " + HASH.toUpperCase(java.util.Locale.ROOT), "BLOCKLIST");
        input.put("customMessage", "<b>No.</b>");
        input.put("customUrl", "https://help.example/?m=%machine_id%");
        input.put("buttonLabel", "Ask");
        input.put("comment", "ticket 7");
        input.put("ownerId", acme.person(Role.TEAM_LEAD).id());
        input.put("expiresAt", "2099-01-01T00:00:00Z");
        Api.Answer created = admin.post("/api/organizations/{o}/rules", input);
        assertThat(created.status()).isEqualTo(201);
        JsonNode rule = admin.get("/api/organizations/{o}/rules/"
                        + created.json().get("id").asString())
                .json();
        assertThat(rule.get("identifier").asString()).isEqualTo(HASH);
        assertThat(rule.get("version").asInt()).isEqualTo(1);
        assertThat(rule.get("owner").get("email").asString())
                .isEqualTo(acme.person(Role.TEAM_LEAD).email());
        assertThat(rule.get("expiresAt").asString()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(rule.get("customMessage").asString()).isEqualTo("<b>No.</b>");
        assertThat(rule.get("createdBy").get("type").asString()).isEqualTo("PERSON");
        assertThat(rule.get("celExpression").isNull()).isTrue();
    }

    @Test
    void everyTypeAndPolicyIsTakenWhereItHasAnEffect() {
        Map<String, String> identifiers = Map.of(
                "BINARY",
                HASH,
                "CERTIFICATE",
                "b".repeat(64),
                "TEAMID",
                "EQHXZ8M8AV",
                "SIGNINGID",
                "EQHXZ8M8AV:com.google.Chrome",
                "CDHASH",
                "c".repeat(40));
        List<String> policies = List.of(
                "ALLOWLIST",
                "ALLOWLIST_COMPILER",
                "BLOCKLIST",
                "SILENT_BLOCKLIST",
                "SILENT_GUI_BLOCKLIST",
                "SILENT_TTY_BLOCKLIST");
        identifiers.forEach((type, identifier) -> policies.forEach(policy -> {
            boolean refused =
                    policy.equals("ALLOWLIST_COMPILER") && (type.equals("TEAMID") || type.equals("CERTIFICATE"));
            Api.Answer answer = admin.post("/api/organizations/{o}/rules", rule(type, identifier, policy));
            assertThat(answer.status()).as(type + " " + policy).isEqualTo(refused ? 422 : 201);
            if (!refused) {
                String id = answer.json().get("id").asString();
                assertThat(admin.delete("/api/organizations/{o}/rules/" + id + "?version=1")
                                .status())
                        .isEqualTo(204);
            }
        }));
        Map<String, Object> cel = rule("SIGNINGID", "platform:com.apple.curl", "CEL");
        cel.put("celExpression", "'-k' in args ? BLOCKLIST : ALLOWLIST");
        assertThat(admin.post("/api/organizations/{o}/rules", cel).status()).isEqualTo(201);
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsKept() {
        Map<String, Object> input = rule("BINARY", "xyz", "CEL");
        input.put("celExpression", "ancestors.size() > 0");
        input.put("customMessage", "<script>x</script>");
        input.put("customUrl", "javascript:x");
        input.put("buttonLabel", "x".repeat(49));
        input.put("ownerId", organizations.enterprise().person(Role.AUDITOR).id());
        input.put("expiresAt", "2001-01-01T00:00:00Z");
        Api.Answer answer = admin.post("/api/organizations/{o}/rules", input);
        assertThat(answer.status()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        answer.json()
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asString()));
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "identifier",
                        "celExpression",
                        "customMessage",
                        "customUrl",
                        "buttonLabel",
                        "ownerId",
                        "expiresAt");
        assertThat(items(admin, "")).isEmpty();
    }

    @Test
    void oneScopeHasOneRuleForAnIdentifierOthersMayHaveTheirOwn() {
        TagRef tag = santa.tag(acme, "Developers", 0);
        assertThat(admin.post("/api/organizations/{o}/rules", rule("BINARY", HASH, "BLOCKLIST"))
                        .status())
                .isEqualTo(201);
        assertThat(admin.post("/api/organizations/{o}/rules", rule("BINARY", HASH, "ALLOWLIST"))
                        .status())
                .isEqualTo(409);
        Map<String, Object> tagged = rule("BINARY", HASH, "ALLOWLIST");
        tagged.put("scope", Map.of("kind", "TAG", "tagId", tag.id()));
        assertThat(admin.post("/api/organizations/{o}/rules", tagged).status()).isEqualTo(201);
        assertThat(items(admin, "?tag=" + tag.id())).hasSize(1);
        assertThat(items(admin, "?scope=ORGANIZATION")).hasSize(1);
    }

    @Test
    void whoeverSawAnOldVersionIsStopped() {
        JsonNode rule = admin.post("/api/organizations/{o}/rules", rule("BINARY", HASH, "BLOCKLIST"))
                .json();
        String path = "/api/organizations/{o}/rules/" + rule.get("id").asString();
        Map<String, Object> change = rule("BINARY", HASH, "ALLOWLIST");
        assertThat(admin.put(path, change).status()).isEqualTo(422);
        change.put("version", 1);
        assertThat(admin.put(path, change).json().get("version").asInt()).isEqualTo(2);
        assertThat(admin.put(path, change).status()).isEqualTo(409);
        assertThat(admin.delete(path + "?version=1").status()).isEqualTo(409);
        assertThat(admin.delete(path + "?version=2").status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void reachCountsTheDevicesOfTheScopeAndThoseThatHoldTheRule() {
        TagRef tag = santa.tag(acme, "Developers", 0);
        DeviceRef first = santa.device(acme, "first", tag);
        santa.device(acme, "second", tag);
        DeviceRef other = santa.device(acme, "other");
        Map<String, Object> tagged = rule("BINARY", HASH, "ALLOWLIST");
        tagged.put("scope", Map.of("kind", "TAG", "tagId", tag.id()));
        String id = admin.post("/api/organizations/{o}/rules", tagged)
                .json()
                .get("id")
                .asString();
        santa.acknowledge(acme, first);
        santa.acknowledge(acme, other);
        JsonNode reach = admin.get("/api/organizations/{o}/rules/" + id).json().get("reach");
        assertThat(reach.get("devices").asInt()).isEqualTo(2);
        assertThat(reach.get("delivered").asInt()).isEqualTo(1);
        assertThat(admin.post("/api/organizations/{o}/rules/check", rule("BINARY", HASH, "ALLOWLIST"))
                        .json()
                        .get("reach")
                        .get("devices")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void aMacWhoseReleaseDropsARuleIsNotCountedAmongThoseThatHoldIt() {
        DeviceRef old = santa.device(acme, "old");
        DeviceRef current = santa.device(acme, "current");
        santa.release(acme, old, "2025.4");
        santa.release(acme, current, "2026.4");
        Map<String, Object> expression = rule("BINARY", HASH, "CEL");
        expression.put("celExpression", "euid == 0");
        String everywhere = created(expression);
        expression.put("scope", Map.of("kind", "DEVICE", "deviceId", old.id()));
        String own = created(expression);
        santa.acknowledge(acme, old);
        santa.acknowledge(acme, current);

        assertThat(delivered(everywhere)).isEqualTo(1);
        assertThat(delivered(own)).isZero();
    }

    private String created(Map<String, Object> rule) {
        return admin.post("/api/organizations/{o}/rules", rule).json().get("id").asString();
    }

    private int delivered(String rule) {
        return admin.get("/api/organizations/{o}/rules/" + rule)
                .json()
                .at("/reach/delivered")
                .asInt();
    }

    @Test
    void aCheckTellsWarningsAndTheRulesOfOtherScopes() {
        admin.post("/api/organizations/{o}/rules", rule("BINARY", HASH, "BLOCKLIST"));
        TagRef tag = santa.tag(acme, "Developers", 0);
        Map<String, Object> input = rule("BINARY", HASH, "CEL");
        input.put("celExpression", "euid == 0");
        input.put("scope", Map.of("kind", "TAG", "tagId", tag.id()));
        JsonNode preview =
                admin.post("/api/organizations/{o}/rules/check", input).json();
        assertThat(preview.get("errors").size()).isZero();
        assertThat(preview.get("cacheable").asBoolean()).isFalse();
        assertThat(preview.get("warnings").get(0).asString()).contains("every execution");
        assertThat(preview.get("shadows").get(0).get("policy").asString()).isEqualTo("BLOCKLIST");
        assertThat(items(admin, "")).hasSize(1);
    }

    @Test
    void aBulkEditChangesWhatItCanAndNamesTheRest() {
        String team = admin.post("/api/organizations/{o}/rules", rule("TEAMID", "EQHXZ8M8AV", "BLOCKLIST"))
                .json()
                .get("id")
                .asString();
        String binary = admin.post("/api/organizations/{o}/rules", rule("BINARY", HASH, "BLOCKLIST"))
                .json()
                .get("id")
                .asString();
        UUID unknown = UUID.randomUUID();
        JsonNode outcome = admin.post(
                        "/api/organizations/{o}/rules/bulk",
                        Map.of(
                                "ids", List.of(team, binary, unknown),
                                "action", "SET_POLICY",
                                "policy", "ALLOWLIST_COMPILER"))
                .json();
        assertThat(outcome.get("changed").asInt()).isEqualTo(1);
        assertThat(outcome.get("refused").size()).isEqualTo(2);
        assertThat(admin.get("/api/organizations/{o}/rules/" + binary)
                        .json()
                        .get("policy")
                        .asString())
                .isEqualTo("ALLOWLIST_COMPILER");
        assertThat(admin.post("/api/organizations/{o}/rules/bulk", Map.of("ids", List.of(team), "action", "DELETE"))
                        .json()
                        .get("changed")
                        .asInt())
                .isEqualTo(1);
        List<UUID> many = new ArrayList<>();
        for (int i = 0; i <= 1_000; i++) {
            many.add(UUID.randomUUID());
        }
        assertThat(admin.post("/api/organizations/{o}/rules/bulk", Map.of("ids", many, "action", "DELETE"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void listsFilterSortAndPage() {
        for (int i = 0; i < 5; i++) {
            Map<String, Object> input = rule("BINARY", String.valueOf(i).repeat(64), "ALLOWLIST");
            input.put("comment", i % 2 == 0 ? "even 100%" : "odd");
            if (i > 2) {
                input.put("expiresAt", Instant.parse("2099-01-01T00:00:00Z").plusSeconds(i));
            }
            assertThat(admin.post("/api/organizations/{o}/rules", input).status())
                    .isEqualTo(201);
        }
        assertThat(items(admin, "?text=100%25")).hasSize(3);
        assertThat(items(admin, "?text=%25%25")).isEmpty();
        assertThat(items(admin, "?expiring=true&sort=expiresAt")).hasSize(2);
        List<String> walked = new ArrayList<>();
        String next = null;
        do {
            JsonNode page = admin.get("/api/organizations/{o}/rules?sort=-identifier&limit=2"
                            + (next == null ? "" : "&cursor=" + next))
                    .json();
            page.get("items").forEach(rule -> walked.add(rule.get("identifier").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        } while (next != null);
        assertThat(walked)
                .containsExactly("4".repeat(64), "3".repeat(64), "2".repeat(64), "1".repeat(64), "0".repeat(64));
        assertThat(admin.get("/api/organizations/{o}/rules?sort=policy").status())
                .isEqualTo(422);
        assertThat(admin.get("/api/organizations/{o}/rules?cursor=bm9uc2Vuc2U").status())
                .isEqualTo(422);
        assertThat(admin.get("/api/organizations/{o}/rules?limit=100000").status())
                .isEqualTo(422);
    }

    @Test
    void anotherOrganizationSeesAndChangesNothing() {
        JsonNode rule = admin.post("/api/organizations/{o}/rules", rule("BINARY", HASH, "BLOCKLIST"))
                .json();
        String id = rule.get("id").asString();
        TestOrganization other = organizations.enterprise();
        Api stranger = other.as(Role.SECURITY_ADMIN);
        TagRef foreignTag = santa.tag(acme, "Ours", 0);
        assertThat(stranger.get("/api/organizations/{o}/rules/" + id).status()).isEqualTo(404);
        assertThat(stranger.delete("/api/organizations/{o}/rules/" + id + "?version=1")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/organizations/" + acme.id() + "/rules").status())
                .isNotEqualTo(200);
        Map<String, Object> intoForeignTag = rule("BINARY", HASH, "ALLOWLIST");
        intoForeignTag.put("scope", Map.of("kind", "TAG", "tagId", foreignTag.id()));
        assertThat(stranger.post("/api/organizations/{o}/rules", intoForeignTag).status())
                .isEqualTo(422);
        assertThat(stranger.post("/api/organizations/{o}/rules/bulk", Map.of("ids", List.of(id), "action", "DELETE"))
                        .json()
                        .get("refused")
                        .size())
                .isEqualTo(1);
        assertThat(items(admin, "")).hasSize(1);
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        Api auditor = acme.as(Role.AUDITOR);
        assertThat(auditor.get("/api/organizations/{o}/rules").status()).isEqualTo(200);
        assertThat(auditor.post("/api/organizations/{o}/rules", rule("BINARY", HASH, "BLOCKLIST"))
                        .status())
                .isEqualTo(403);
        assertThat(acme.as(Role.END_USER).get("/api/organizations/{o}/rules").status())
                .isEqualTo(403);
    }

    @Test
    void brokenInputIsRefused() {
        assertThat(admin.post("/api/organizations/{o}/rules", "{").status()).isEqualTo(400);
        assertThat(admin.post("/api/organizations/{o}/rules", Map.of("surprise", 1))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post("/api/organizations/{o}/rules", Map.of()).status())
                .isEqualTo(422);
        assertThat(admin.post("/api/organizations/{o}/rules", rule("BINARY", HASH, "REMOVE"))
                        .status())
                .isEqualTo(422);
        Map<String, Object> scope = rule("BINARY", HASH, "BLOCKLIST");
        scope.put("scope", Map.of());
        assertThat(admin.post("/api/organizations/{o}/rules", scope).status()).isEqualTo(400);
        scope.put("scope", Map.of("kind", "TAG"));
        assertThat(admin.post("/api/organizations/{o}/rules", scope).status()).isEqualTo(422);
    }

    private static List<JsonNode> items(Api api, String query) {
        List<JsonNode> items = new ArrayList<>();
        api.get("/api/organizations/{o}/rules" + query).json().get("items").forEach(items::add);
        return items;
    }

    private static Map<String, Object> rule(String type, String identifier, String policy) {
        return new HashMap<>(Map.of(
                "ruleType", type,
                "identifier", identifier,
                "policy", policy,
                "scope", Map.of("kind", "ORGANIZATION")));
    }
}
