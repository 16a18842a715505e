package io.gatehouse.santa.requests;

import static io.gatehouse.santa.requests.SoftwareRequestIT.approval;
import static io.gatehouse.santa.requests.SoftwareRequestIT.path;
import static io.gatehouse.santa.requests.SoftwareRequestIT.recommended;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.software.SignedFile;
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
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** People who try what they may not: other people's Macs, their own requests, stale pages, invented hints. */
@ServerTest
final class RequestAttackIT {

    /** See {@code MacClaims}. */
    private static final int MOST_CLAIMS = 10;

    private static final String WHY = "Needed for the quarterly report";
    private static final Map<String, Object> EVERYWHERE = Map.of("kind", "ORGANIZATION");

    private final TestOrganizations organizations;
    private final Macs macs;

    private TestOrganization organization;
    private OrganizationScope scope;
    private Api eve;
    private Api admin;
    private UUID others;
    private SignedFile app;
    private UUID block;

    @Autowired
    RequestAttackIT(TestOrganizations organizations, Macs macs) {
        this.organizations = organizations;
        this.macs = macs;
    }

    @BeforeEach
    void aBlockOnSomebodyElsesMac() {
        organization = organizations.enterprise();
        scope = organization.scope();
        eve = organization.as(Role.END_USER);
        admin = organization.as(Role.SECURITY_ADMIN);
        others = macs.device(scope, "others-mac", organization.another(Role.END_USER));
        app = Macs.signed("Secret Project");
        macs.file(scope, app);
        block = macs.block(scope, others, app, Instant.now());
    }

    @Test
    void anEndUserSeesNothingOfOtherPeoplesMacs() {
        assertThat(eve.get("/api/organizations/{o}/my/devices").json()).isEmpty();
        assertThat(eve.get("/api/organizations/{o}/my/blocks").json().at("/items"))
                .isEmpty();
        String hint = "/api/organizations/{o}/block?fileSha256=" + app.sha256() + "&machineId=";
        String known = eve.get(hint + others).body();
        assertThat(known).isEqualTo(eve.get(hint + UUID.randomUUID()).body());
        assertThat(known).doesNotContain("others-mac", "Secret Project", app.signingId());
        for (Map<String, Object> asked : List.<Map<String, Object>>of(
                Map.of("eventId", block, "justification", WHY),
                Map.of("sha256", app.sha256(), "deviceId", others, "justification", WHY))) {
            Api.Answer answer = eve.post("/api/organizations/{o}/requests", asked);
            assertThat(answer.status()).isIn(404, 422);
            assertThat(answer.body()).doesNotContain("others-mac", "Secret Project");
            assertThat(answer.status()).isEqualTo(unknownAnswer(asked));
        }
        Api.Answer byHash =
                eve.post("/api/organizations/{o}/requests", Map.of("sha256", app.sha256(), "justification", WHY));
        assertThat(byHash.status()).isEqualTo(201);
        assertThat(byHash.body()).doesNotContain("others-mac", "Secret Project", app.signingId(), app.teamId());
    }

    /** The status for a device or event that does not exist at all. */
    private int unknownAnswer(Map<String, Object> asked) {
        Map<String, Object> unknown = new HashMap<>(asked);
        unknown.replaceAll((name, value) -> value instanceof UUID ? UUID.randomUUID() : value);
        return eve.post("/api/organizations/{o}/requests", unknown).status();
    }

    @Test
    void claimingAMacTellsNothingOfWhetherItExistsOrWhoseItIs() {
        UUID unowned = macs.device(scope, "spare-mac", null);
        UUID unknown = UUID.randomUUID();
        String first = "";
        for (UUID machine : List.of(others, unowned, unknown)) {
            PersonRef somebody = organization.another(Role.END_USER);
            Api browser = organization.as(somebody);
            browser.get("/api/session");
            Api.Answer claimed = claim(browser, machine.toString());
            assertThat(claimed.status()).isEqualTo(201);
            String seen = claimed.body()
                    + browser.get("/api/organizations/{o}/my/devices").body()
                    + browser.get("/api/organizations/{o}/block?machineId=" + machine)
                            .body();
            String comparable = seen.replace(machine.toString(), "MACHINE").replaceAll("\"id\":\"[^\"]+\"", "");
            assertThat(comparable).doesNotContain("others-mac", "spare-mac").contains("CLAIMED");
            first = first.isEmpty() ? comparable : first;
            assertThat(comparable).isEqualTo(first);
            assertThat(claim(browser, machine.toString()).status()).isEqualTo(201);
        }
        for (String wrong : List.of("", " ", "x".repeat(257), "a\u0000b", "a\nb")) {
            assertThat(claim(eve, wrong).status()).isEqualTo(422);
        }
        for (int i = 0; i < MOST_CLAIMS; i++) {
            assertThat(claim(eve, "guess-" + i).status()).isEqualTo(201);
        }
        assertThat(claim(eve, "one more").status()).isEqualTo(409);
    }

    @Test
    void aMacConfirmsItsOwnerOnlyWhereTheOrganizationBelievesIt() {
        UUID spare = macs.device(scope, "spare-mac", null);
        String hers = organization.person(Role.END_USER).email();
        macs.primaryUser(scope, spare, hers, "ADMIN");
        assertThat(claim(eve, spare.toString()).status()).isEqualTo(201);
        assertThat(ownership()).isEqualTo("CLAIMED");
        UUID second = macs.device(scope, "second-mac", null);
        macs.primaryUser(scope, second, "somebody.else@example.test", "PRIMARY_USER_EMAIL");
        Api other = organization.as(organization.another(Role.END_USER));
        assertThat(claim(other, second.toString()).status()).isEqualTo(201);
        assertThat(other.get("/api/organizations/{o}/my/devices")
                        .json()
                        .at("/0/ownership")
                        .asString())
                .isEqualTo("CLAIMED");
        macs.primaryUser(scope, second, hers.toUpperCase(java.util.Locale.ROOT), "PRIMARY_USER_EMAIL");
        assertThat(claim(eve, second.toString()).status()).isEqualTo(201);
        assertThat(ownership()).isEqualTo("OWNER");
        assertThat(claim(eve, second.toString()).status()).isEqualTo(409);
        JsonNode entries = admin.get("/api/organizations/{o}/ledger/entries?objectType=device&objectId=" + second)
                .json()
                .get("items");
        assertThat(entries.valueStream().map(entry -> entry.at("/after/ownerId").asString()))
                .contains(organization.person(Role.END_USER).id().toString());
    }

    private String ownership() {
        return eve.get("/api/organizations/{o}/my/devices")
                .json()
                .at("/0/ownership")
                .asString();
    }

    private static Api.Answer claim(Api browser, String machine) {
        return browser.post("/api/organizations/{o}/my/ownership-claims", Map.of("machineId", machine));
    }

    @Test
    void anEndUserSeesNoRequestsOfOthersAndDecidesNone() {
        JsonNode theirs = request(admin);
        assertThat(eve.get(path(theirs)).status()).isEqualTo(404);
        assertThat(eve.post(path(theirs) + "/withdraw").status()).isEqualTo(404);
        assertThat(eve.get("/api/organizations/{o}/requests").json().at("/items"))
                .isEmpty();
        assertThat(eve.get("/api/organizations/{o}/requests?text=Secret").json().at("/items"))
                .isEmpty();
        JsonNode hers = request(eve);
        assertThat(hers.at("/earlier")).isEmpty();
        Map<String, Object> denial =
                Map.of("reason", WHY, "contentHash", hers.at("/contentHash").asString());
        assertThat(eve.post(path(hers) + "/deny", denial).status()).isEqualTo(403);
        assertThat(eve.post(path(theirs) + "/deny", denial).status()).isEqualTo(404);
        assertThat(eve.get("/api/organizations/{o}/requests/policies").status()).isEqualTo(403);
    }

    @Test
    void anApproverDoesNotDecideTheirOwnRequest() {
        JsonNode own = request(admin);
        assertThat(own.at("/mayDecide").asBoolean()).isFalse();
        assertThat(own.at("/whyNot").asString()).contains("your own request");
        JsonNode seen = admin.get(path(own)).json();
        Api.Answer answer = admin.post(path(own) + "/approve", approval(seen, recommended(seen), EVERYWHERE));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/type").asString()).endsWith("own-request");
        assertThat(admin.get(path(own)).json().at("/state").asString()).isEqualTo("IN_REVIEW");
    }

    @Test
    void anApprovalNamesWhatWasSeenAndNothingElse() {
        JsonNode asked = request(eve);
        JsonNode seen = admin.get(path(asked)).json();
        Map<String, Object> good = approval(seen, recommended(seen), EVERYWHERE);
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("contentHash", "0".repeat(64));
        wrong.put("identifier", "ABCDEFGHIJ:com.example.other");
        wrong.put("policy", "BLOCKLIST");
        wrong.put("scope", Map.of("kind", "TAG", "tagId", UUID.randomUUID().toString()));
        wrong.put("expiresAt", Instant.EPOCH.toString());
        wrong.forEach((field, value) -> {
            Map<String, Object> attack = new HashMap<>(good);
            attack.put(field, value);
            Api.Answer answer = admin.post(path(asked) + "/approve", attack);
            assertThat(answer.status()).as(field + answer.body()).isEqualTo(field.equals("contentHash") ? 409 : 422);
        });
        for (String field : good.keySet()) {
            Map<String, Object> attack = new HashMap<>(good);
            attack.remove(field);
            assertThat(admin.post(path(asked) + "/approve", attack).status())
                    .as(field)
                    .isEqualTo(422);
        }
        for (String broken : List.of("{", "[]", "{\"surprise\": 1}")) {
            assertThat(admin.post(path(asked) + "/approve", broken).status()).isEqualTo(400);
        }
        assertThat(admin.get(path(asked)).json().at("/state").asString()).isEqualTo("IN_REVIEW");
        assertThat(macs.notificationNames(scope, app.signingId())).isEmpty();
        assertThat(admin.post(path(asked) + "/approve", good).status()).isEqualTo(200);
        assertThat(admin.post(path(asked) + "/approve", good)
                        .json()
                        .at("/detail")
                        .asString())
                .contains("already approved by")
                .contains(organization.person(Role.SECURITY_ADMIN).displayName());
    }

    @Test
    void twoApproversWhoClickAtOnceMakeOneRule() throws Exception {
        JsonNode asked = request(eve);
        JsonNode seen = admin.get(path(asked)).json();
        List<Api> approvers = List.of(admin, organization.as(organization.another(Role.SECURITY_ADMIN)));
        List<Integer> answers = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(approvers.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = approvers.stream()
                    .map(approver -> threads.submit(() -> {
                        start.await();
                        return approver.post(path(asked) + "/approve", approval(seen, recommended(seen), EVERYWHERE))
                                .status();
                    }))
                    .toList();
            for (Future<Integer> each : running) {
                answers.add(each.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(macs.notificationNames(scope, app.signingId())).hasSize(1);
    }

    @Test
    void anotherOrganizationReachesNothing() {
        JsonNode asked = request(eve);
        TestOrganization other = organizations.enterprise();
        Api stranger = other.as(Role.SECURITY_ADMIN);
        assertThat(stranger.get(path(asked)).status()).isEqualTo(404);
        assertThat(stranger.post(
                                path(asked) + "/approve",
                                Map.of(
                                        "contentHash",
                                        "0".repeat(64),
                                        "ruleType",
                                        "BINARY",
                                        "identifier",
                                        app.sha256(),
                                        "policy",
                                        "ALLOWLIST",
                                        "scope",
                                        EVERYWHERE))
                        .status())
                .isEqualTo(404);
        String foreign = "/api/organizations/" + organization.id() + "/requests";
        assertThat(stranger.get(foreign).status()).isEqualTo(404);
        assertThat(stranger.post(foreign, Map.of("sha256", app.sha256(), "justification", WHY))
                        .status())
                .isEqualTo(404);
        assertThat(organization
                        .anonymous()
                        .get("/api/organizations/{o}/requests")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatPeopleWriteIsKeptAsTextOrRefused() {
        String markup = "<script>alert(1)</script> =HYPERLINK(\"x\")";
        Api.Answer kept =
                eve.post("/api/organizations/{o}/requests", Map.of("sha256", "1".repeat(64), "justification", markup));
        assertThat(kept.json().at("/justification").asString()).isEqualTo(markup);
        assertThat(kept.header("Content-Type")).startsWith("application/json");
        for (String wrong : List.of("short", "x".repeat(2_001), "needed\u0000for work", "needed\u202efor work")) {
            Api.Answer answer = eve.post(
                    "/api/organizations/{o}/requests", Map.of("sha256", "2".repeat(64), "justification", wrong));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("justification");
        }
        for (String wrong : List.of("", "zz", "3".repeat(63), "' or true --")) {
            assertThat(eve.post("/api/organizations/{o}/requests", Map.of("sha256", wrong, "justification", WHY))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(eve.get("/api/organizations/{o}/requests?cursor=nonsense").status())
                .isEqualTo(422);
        assertThat(eve.get("/api/organizations/{o}/my/blocks?cursor=YR9i").status())
                .isEqualTo(422);
        assertThat(eve.get("/api/organizations/{o}/requests/not-an-id").status())
                .isEqualTo(400);
        assertThat(eve.get("/api/organizations/{o}/requests?limit=201").status())
                .isEqualTo(422);
    }

    private JsonNode request(Api asking) {
        Api.Answer answer =
                asking.post("/api/organizations/{o}/requests", Map.of("sha256", app.sha256(), "justification", WHY));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}
