package io.gatehouse.approvals.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A policy is written, tried and published; nobody else's, and no broken one. */
@ServerTest
final class PolicyIT {

    private static final String POLICIES = "/api/organizations/{o}/approval-policies/TEST";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DECIDERS = "{\"kind\": \"PERMISSION\", \"permission\": \"request.decide\"}";

    private final Approvals approvals;
    private final TestOrganizations organizations;

    private TestOrganization acme;
    private Api admin;

    @Autowired
    PolicyIT(Approvals approvals, TestOrganizations organizations) {
        this.approvals = approvals;
        this.organizations = organizations;
    }

    @BeforeEach
    void freshOrganization() {
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
    }

    private static String path(String stages) {
        return """
                {"stages": [%s], "separation": ["REQUESTER"], "expiry": "P30D", "freshness": "P7D", "emergency": null}
                """.formatted(stages);
    }

    private static String stage(String id, String when, String who, int people) {
        return """
                {"id": "%s", "name": "Stage %s", "after": [], "when": %s, "veto": "ENDS", "keeps": [], "escalations": [],
                 "requirement": {"kind": "GROUP", "name": "Group", "fallback": [],
                   "seats": [{"who": %s, "weight": 1}], "quorum": {"kind": "MINIMUM", "people": %d}}}
                """.formatted(id, id, when, who, people);
    }

    private static String route(String name, String when, String path) {
        return "{\"name\": \"%s\", \"when\": \"%s\", \"path\": %s}".formatted(name, when, path);
    }

    private static ObjectNode policy(String otherwise, String... routes) {
        return (ObjectNode) JSON.readTree("{\"name\": \"Test\", \"routes\": [%s], \"otherwise\": %s}"
                .formatted(String.join(",", routes), otherwise));
    }

    private static ObjectNode needing(int people) {
        return policy(path(stage("one", "null", DECIDERS, people)));
    }

    private Api.Answer keep(int version, JsonNode policy) {
        return admin.put(POLICIES + "/draft", Map.of("version", version, "policy", policy));
    }

    private List<String> findings(JsonNode policy) {
        Api.Answer answer = admin.post(POLICIES + "/lint", policy);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .valueStream()
                .map(finding -> finding.at("/kind").asString())
                .toList();
    }

    private RequestView submit(String subject) {
        return approvals.submit(
                acme.scope(Role.END_USER),
                new NewRequest(
                        "TEST",
                        subject,
                        "Open " + subject,
                        Map.of(),
                        Statement.of("justification", "Needed for the report")));
    }

    private void approve(RequestView request) {
        approvals.approve(
                acme.scope(Role.SECURITY_ADMIN),
                request.id(),
                request.contentHash(),
                new Means(Means.Channel.CONSOLE, Means.Factor.SECOND),
                Map.of(),
                null);
    }

    @Test
    void aDraftBecomesThePolicyOfTheRequestsAfterIt() {
        acme.another(Role.SECURITY_ADMIN);
        acme.another(Role.SECURITY_ADMIN);
        assertThat(admin.get(POLICIES + "/draft").status()).isEqualTo(204);
        assertThat(keep(0, needing(1)).json().at("/version").asInt()).isOne();
        assertThat(keep(0, needing(2)).status()).as("somebody else began one").isEqualTo(409);
        assertThat(keep(1, needing(2)).json().at("/version").asInt()).isEqualTo(2);
        assertThat(admin.post(POLICIES + "/publish", Map.of("draft", 1)).status())
                .isEqualTo(409);
        JsonNode difference = admin.get(POLICIES + "/difference?from=0").json();
        assertThat(difference.findValuesAsString("at")).contains("/name");
        Api.Answer published = admin.post(POLICIES + "/publish", Map.of("draft", 2));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(published.json().at("/version").asInt()).isOne();
        assertThat(admin.get(POLICIES + "/draft").status()).isEqualTo(204);
        JsonNode exported = admin.get(POLICIES + "/versions/1").json().at("/policy");
        assertThat(keep(0, exported).json().at("/policy")).isEqualTo(exported);
        assertThat(admin.get(POLICIES + "/difference?from=1").json().isEmpty()).isTrue();
        RequestView asked = submit("one");
        approve(asked);
        assertThat(approvals
                        .find(acme.scope(Role.SECURITY_ADMIN), asked.id())
                        .orElseThrow()
                        .state()
                        .name())
                .isEqualTo("IN_REVIEW");
        JsonNode entry = admin.get("/api/organizations/{o}/ledger/entries?action=policy.publish")
                .json()
                .at("/items/0");
        assertThat(entry.at("/before/version").asInt()).isZero();
        assertThat(entry.at("/after/document").asString()).contains("MINIMUM");
    }

    @Test
    void publishingNeedsAFreshFactorAndASoundPolicy() {
        keep(0, needing(5));
        Api.Answer faulty = admin.post(POLICIES + "/publish", Map.of("draft", 1));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body()).contains("policy-invalid", "5 people");
        keep(1, needing(1));
        Api other = acme.as(acme.another(Role.SECURITY_ADMIN));
        other.freshFactor(null);
        assertThat(other.post(POLICIES + "/publish", Map.of("draft", 2)).status())
                .isIn(401, 403);
        assertThat(admin.get(POLICIES + "/versions").json().at("/0/version").asInt())
                .isZero();
    }

    @Test
    void findsWhatCannotWork() {
        assertThat(findings(needing(1))).containsExactly("SEPARATION_DEAD_END");
        assertThat(findings(needing(9))).contains("GROUP_TOO_SMALL", "IMPOSSIBLE_QUORUM");
        assertThat(findings(policy(path(stage("one", "\"1 > 2\"", DECIDERS, 1)))))
                .contains("UNREACHABLE_STAGE");
        String sound = path(stage("one", "null", DECIDERS, 1));
        assertThat(findings(policy(sound, route("All", "true", sound), route("None", "external", sound))))
                .contains("UNREACHABLE_ROUTE");
        assertThat(findings(policy(sound, route("Never", "1 == 2", sound)))).contains("UNREACHABLE_ROUTE");
        String nobody = "{\"kind\": \"PERSON\", \"person\": \"%s\"}".formatted(UUID.randomUUID());
        assertThat(findings(policy(path(stage("one", "null", nobody, 1))))).contains("UNKNOWN_PERSON");
        String team = "{\"kind\": \"TEAM\", \"team\": \"%s\"}".formatted(UUID.randomUUID());
        assertThat(findings(policy(path(stage("one", "null", team, 1))))).contains("UNKNOWN_TEAM");
        String role = "{\"kind\": \"ROLE\", \"role\": \"CUSTOMER_ADMIN\"}";
        assertThat(findings(policy(path(stage("one", "null", role, 1))))).contains("UNKNOWN_ROLE");
        String manager = path(stage("one", "null", "{\"kind\": \"MANAGER\"}", 1))
                .replace("[\"REQUESTER\"]", "[\"REQUESTER\", \"REPORTING_LINE\"]");
        assertThat(findings(policy(manager))).contains("SEPARATION_DEAD_END");
        JsonNode broken = admin.post(POLICIES + "/lint", policy(sound, route("Broken", "department ==", sound)))
                .json()
                .at("/0");
        assertThat(broken.at("/kind").asString()).isEqualTo("BROKEN_CONDITION");
        assertThat(broken.at("/route").asString()).isEqualTo("Broken");
        assertThat(broken.at("/line").asInt()).isOne();
        assertThat(broken.at("/column").asInt()).isGreaterThan(10);
    }

    @Test
    void tellsWhoWouldDecideAndWhoIsExcluded() {
        PersonRef asking = acme.another(Role.SECURITY_ADMIN);
        PersonRef deciding = acme.person(Role.SECURITY_ADMIN);
        String sound = path(stage("one", "null", DECIDERS, 1));
        JsonNode policy = policy(sound, route("Finance", "department == 'Finance'", sound));
        Map<String, Object> example = Map.of("requester", asking.id(), "facts", Map.of("department", "Finance"));
        JsonNode told = admin.post(POLICIES + "/explain", Map.of("policy", policy, "example", example))
                .json();
        assertThat(told.at("/route").asString()).isEqualTo("Finance");
        assertThat(told.at("/tried/0/holds").asBoolean()).isTrue();
        JsonNode group = told.at("/stages/0/groups/0");
        assertThat(group.at("/people").findValuesAsString("person"))
                .containsExactly(deciding.id().toString());
        assertThat(group.at("/people/0/authority").asString()).isEqualTo("permission:request.decide");
        assertThat(group.at("/excluded/0/person").asString())
                .isEqualTo(asking.id().toString());
        assertThat(group.at("/excluded/0/rule").asString()).isEqualTo("REQUESTER");
        RequestView real = submit("real");
        JsonNode ofReal = admin.post(POLICIES + "/explain", Map.of("policy", policy, "request", real.id()))
                .json();
        assertThat(ofReal.at("/route").isNull()).isTrue();
        assertThat(ofReal.at("/stages/0/groups/0/count").asInt()).isEqualTo(2);
        Map<String, Object> unknown = Map.of("requester", asking.id(), "facts", Map.of("mood", "bad"));
        assertThat(admin.post(POLICIES + "/explain", Map.of("example", unknown)).body())
                .contains("mood");
        assertThat(admin.post(POLICIES + "/explain", Map.of()).status()).isEqualTo(422);
    }

    @Test
    void replaysWhatWasDecidedAgainstAnotherPolicy() {
        acme.another(Role.SECURITY_ADMIN);
        approve(submit("one"));
        approve(submit("two"));
        submit("open");
        JsonNode same =
                admin.post(POLICIES + "/replay", Map.of("policy", needing(1))).json();
        assertThat(same.at("/looked").asInt()).isEqualTo(3);
        assertThat(same.at("/changed").asInt()).isZero();
        JsonNode stricter =
                admin.post(POLICIES + "/replay", Map.of("policy", needing(2))).json();
        assertThat(stricter.at("/complete").asBoolean()).isTrue();
        assertThat(stricter.at("/changed").asInt()).isEqualTo(2);
        assertThat(stricter.at("/requests/0/after").asString()).isEqualTo("MORE_NEEDED");
        assertThat(stricter.at("/requests/0/missing/0").asString()).isEqualTo("one");
        assertThat(stricter.at("/requests/0/asked").asInt()).isEqualTo(2);
        assertThat(stricter.at("/busiest/0/requests").asInt()).isEqualTo(3);
        Api.Answer table = admin.post(POLICIES + "/replay/export", Map.of("policy", needing(2)));
        assertThat(table.status()).as(table.body()).isEqualTo(200);
        assertThat(table.body().lines()).hasSize(3).first().asString().startsWith("number,title,before,after");
        assertThat(table.body()).contains("Open one,APPROVED,MORE_NEEDED");
    }

    @Test
    void anotherOrganizationSeesNothingAndChangesNothing() {
        keep(0, needing(1));
        RequestView real = submit("secret");
        TestOrganization other = organizations.enterprise();
        Api stranger = other.as(Role.SECURITY_ADMIN);
        assertThat(stranger.get(POLICIES + "/draft").status()).isEqualTo(204);
        String foreign = POLICIES.replace("{o}", acme.id().toString());
        assertThat(stranger.get(foreign + "/draft").status()).isEqualTo(404);
        assertThat(stranger.post(foreign + "/publish", Map.of("draft", 1)).status())
                .isEqualTo(404);
        assertThat(stranger.post(POLICIES + "/explain", Map.of("request", real.id()))
                        .status())
                .isEqualTo(404);
        Map<String, Object> example =
                Map.of("requester", acme.person(Role.END_USER).id(), "facts", Map.of());
        assertThat(stranger.post(POLICIES + "/explain", Map.of("example", example))
                        .status())
                .isEqualTo(422);
        assertThat(stranger.post(POLICIES + "/replay", Map.of())
                        .json()
                        .at("/looked")
                        .asInt())
                .isZero();
        assertThat(admin.get(POLICIES.replace("TEST", "OTHER") + "/versions").status())
                .isEqualTo(404);
    }

    @Test
    void hugeDeepAndHostilePoliciesAreRefused() {
        String sound = path(stage("one", "null", DECIDERS, 1));
        String group = JSON.readTree(stage("one", "null", DECIDERS, 1))
                .at("/requirement")
                .toString();
        String deep = "{\"kind\": \"ALL\", \"of\": [".repeat(400) + group + "]}".repeat(400);
        ObjectNode nested = policy(sound);
        assertThat(admin.post(POLICIES + "/lint", nested.toString().replace(group, deep))
                        .status())
                .isIn(400, 422);
        ObjectNode huge = policy(sound);
        huge.put("name", "x".repeat(300_000));
        assertThat(admin.post(POLICIES + "/lint", huge).status()).isEqualTo(413);
        String costly = "[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, [1,2,3,4,5,6,7,8,9].all(c,"
                + " [1,2,3,4,5,6,7,8,9].all(d, [1,2,3,4,5,6,7,8,9].all(e, a + b + c + d + e > 0)))))";
        submit("one");
        JsonNode replay = admin.post(
                        POLICIES + "/replay", Map.of("policy", policy(sound, route("Costly", costly, sound))))
                .json();
        assertThat(replay.at("/looked").asInt()).isOne();
        assertThat(admin.post(POLICIES + "/lint", policy(sound, route("Long", "a".repeat(2_001), sound)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void onlyWhoManagesPoliciesWritesOneAndAuditorsRead() {
        keep(0, needing(1));
        Api auditor = acme.as(Role.AUDITOR);
        assertThat(auditor.get(POLICIES + "/draft").status()).isEqualTo(200);
        assertThat(auditor.put(POLICIES + "/draft", Map.of("version", 1, "policy", needing(2)))
                        .status())
                .isEqualTo(403);
        assertThat(auditor.post(POLICIES + "/publish", Map.of("draft", 1)).status())
                .isEqualTo(403);
        for (Role role : List.of(Role.END_USER, Role.TEAM_LEAD)) {
            assertThat(acme.as(role).get(POLICIES + "/versions").status())
                    .as(role.name())
                    .isEqualTo(403);
        }
    }
}
