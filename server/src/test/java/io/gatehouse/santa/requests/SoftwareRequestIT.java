package io.gatehouse.santa.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a block on a Mac to the rule that allows it, over HTTP. */
@ServerTest
final class SoftwareRequestIT {

    private static final String WHY = "Needed for the quarterly report";

    private final TestOrganizations organizations;
    private final Macs macs;

    private TestOrganization organization;
    private OrganizationScope scope;
    private Api eve;
    private Api admin;
    private UUID mac;
    private SignedFile app;
    private UUID block;

    @Autowired
    SoftwareRequestIT(TestOrganizations organizations, Macs macs) {
        this.organizations = organizations;
        this.macs = macs;
    }

    @BeforeEach
    void aBlockOnEvesMac() {
        organization = organizations.enterprise();
        scope = organization.scope();
        macs.lockDown(scope);
        eve = organization.as(Role.END_USER);
        admin = organization.as(Role.SECURITY_ADMIN);
        mac = macs.device(scope, "eves-mac", organization.person(Role.END_USER));
        app = Macs.signed("Figures");
        macs.file(scope, app);
        macs.block(scope, mac, app, Instant.now().minus(2, ChronoUnit.HOURS));
        block = macs.block(scope, mac, app, Instant.now().minus(1, ChronoUnit.MINUTES));
    }

    @Test
    void aBlockBecomesARequestAndAnApprovalTheRuleThatAllowsIt() {
        JsonNode mine = eve.get("/api/organizations/{o}/my/blocks").json().at("/items/0");
        assertThat(mine.at("/event/id").asString()).isEqualTo(block.toString());
        assertThat(mine.at("/times").asInt()).isEqualTo(2);
        assertThat(mine.at("/allowedNow").asBoolean()).isFalse();
        assertThat(mine.at("/request").isNull()).isTrue();

        JsonNode asked = created(Map.of("eventId", block, "justification", WHY));
        assertThat(asked.at("/title").asString()).isEqualTo("Figures");
        assertThat(asked.at("/state").asString()).isEqualTo("IN_REVIEW");
        assertThat(asked.at("/device/hostname").asString()).isEqualTo("eves-mac");
        assertThat(asked.at("/mayDecide").asBoolean()).isFalse();
        assertThat(asked.at("/proposals").size()).isZero();
        assertThat(macs.pending(scope, mac)).isOne();

        String path = path(asked);
        JsonNode seen = admin.get(path).json();
        assertThat(seen.at("/mayDecide").asBoolean()).isTrue();
        assertThat(seen.at("/software/signer/commonName").asString()).isEqualTo("Example Limited");
        assertThat(seen.at("/software/devices").asInt()).isOne();
        assertThat(asked.at("/software/devices").isNull()).isTrue();
        assertThat(seen.at("/event/id").asString()).isEqualTo(block.toString());
        JsonNode proposal = recommended(seen);
        assertThat(proposal.at("/ruleType").asString()).isEqualTo("SIGNINGID");
        assertThat(proposal.at("/warnings").size()).isZero();

        Api.Answer answer = admin.post(path + "/approve", approval(seen, proposal, Map.of("kind", "ORGANIZATION")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode approved = answer.json();
        assertThat(approved.at("/state").asString()).isEqualTo("APPROVED");
        assertThat(approved.at("/decidedBy/id").asString())
                .isEqualTo(organization.person(Role.SECURITY_ADMIN).id().toString());
        assertThat(approved.at("/decision/rule/policy").asString()).isEqualTo("ALLOWLIST");
        assertThat(approved.at("/delivery/devicesTotal").asInt()).isOne();
        assertThat(approved.at("/delivery/devicesDelivered").asInt()).isZero();
        assertThat(approved.at("/delivery/deliveredAt").isNull()).isTrue();
        assertThat(approved.at("/timeline").size()).isEqualTo(3);
        assertThat(macs.notificationNames(scope, app.signingId())).containsExactly("Figures");
        assertThat(macs.pending(scope, mac)).isZero();

        JsonNode after = eve.get("/api/organizations/{o}/my/blocks").json().at("/items/0");
        assertThat(after.at("/request/state").asString()).isEqualTo("APPROVED");
        assertThat(after.at("/allowedNow").asBoolean()).isTrue();
        JsonNode hers = eve.get(path).json();
        assertThat(hers.at("/decision/outcome").asString()).isEqualTo("APPROVED");
        assertThat(hers.at("/delivery/ruleId")).isEqualTo(approved.at("/delivery/ruleId"));
        assertThat(hers.at("/delivery/devicesTotal").isNull()).isTrue();
        assertThat(hers.at("/delivery/devicesDelivered").isNull()).isTrue();
    }

    @Test
    void theNarrowestStableIdentifierIsRecommendedAndEachSaysWhatElseItAllows() {
        SignedFile sibling = new SignedFile(
                "9".repeat(64),
                "Figures Helper",
                "",
                app.signingId() + ".helper",
                app.teamId(),
                app.certificateSha256(),
                app.signer(),
                "PRODUCTION",
                0,
                false);
        macs.file(scope, sibling);
        macs.block(scope, macs.device(scope, "other", null), sibling, Instant.now());
        JsonNode seen = admin.get(path(created(Map.of("eventId", block, "justification", WHY))))
                .json();
        JsonNode proposals = seen.at("/proposals");
        assertThat(proposals).hasSize(5);
        assertThat(proposals.at("/0/ruleType").asString()).isEqualTo("CDHASH");
        assertThat(proposals.at("/0/narrowest").asBoolean()).isTrue();
        assertThat(proposals.at("/2/alsoAllows/software").asInt()).isZero();
        JsonNode team = proposals.at("/4");
        assertThat(team.at("/ruleType").asString()).isEqualTo("TEAMID");
        assertThat(team.at("/recommended").asBoolean()).isFalse();
        assertThat(team.at("/alsoAllows/software").asInt()).isOne();
        assertThat(team.at("/alsoAllows/devices").asInt()).isOne();
        assertThat(team.at("/alsoAllows/examples/0").asString()).isEqualTo("Figures Helper");
    }

    @Test
    void aRuleThatAMacFindsEarlierIsWarnedOf() {
        Api.Answer rule = admin.post(
                "/api/organizations/{o}/rules",
                Map.of(
                        "ruleType",
                        "BINARY",
                        "identifier",
                        app.sha256(),
                        "policy",
                        "BLOCKLIST",
                        "scope",
                        Map.of("kind", "ORGANIZATION")));
        assertThat(rule.status()).as(rule.body()).isEqualTo(201);
        JsonNode seen = admin.get(path(created(Map.of("eventId", block, "justification", WHY))))
                .json();
        assertThat(recommended(seen).at("/warnings/0").asString())
                .contains("BINARY")
                .contains("no effect");
    }

    @Test
    void anApprovalOfARuleThatIsThereIsAnnouncedAndKeepsWhatItDoesNotName() {
        Map<String, Object> block = new HashMap<>();
        block.put("ruleType", "SIGNINGID");
        block.put("identifier", app.signingId());
        block.put("policy", "BLOCKLIST");
        block.put("scope", Map.of("kind", "ORGANIZATION"));
        block.put("customMessage", "Ask the security team");
        block.put("customUrl", "https://help.example.com/");
        block.put("buttonLabel", "Help");
        block.put("comment", "Old versions leak");
        block.put("ownerId", organization.person(Role.SECURITY_ADMIN).id().value());
        JsonNode rule = admin.post("/api/organizations/{o}/rules", block).json();
        JsonNode seen = admin.get(path(created(Map.of("eventId", this.block, "justification", WHY))))
                .json();
        JsonNode proposal = recommended(seen);
        assertThat(proposal.at("/existing/0/rule/policy").asString()).isEqualTo("BLOCKLIST");
        assertThat(proposal.at("/warnings/0").asString()).contains("replaces the BLOCKLIST rule of the organization");

        Map<String, Object> everywhere = Map.of("kind", "ORGANIZATION");
        assertThat(admin.post(path(seen) + "/approve", approval(seen, proposal, everywhere))
                        .status())
                .isEqualTo(200);

        JsonNode changed = admin.get(
                        "/api/organizations/{o}/rules/" + rule.at("/id").asString())
                .json();
        assertThat(changed.at("/policy").asString()).isEqualTo("ALLOWLIST");
        for (String kept : List.of("customMessage", "customUrl", "buttonLabel", "comment")) {
            assertThat(changed.get(kept)).as(kept).isEqualTo(rule.get(kept));
        }
        assertThat(changed.at("/owner/id")).isEqualTo(rule.at("/owner/id"));
    }

    @Test
    void anApprovalNeverShortensWhatIsAllowedAlready() {
        Map<String, Object> everywhere = Map.of("kind", "ORGANIZATION");
        Map<String, Object> allow = Map.of(
                "ruleType",
                "SIGNINGID",
                "identifier",
                app.signingId(),
                "policy",
                "ALLOWLIST",
                "scope",
                everywhere,
                "expiresAt",
                Instant.now().plus(90, ChronoUnit.DAYS).toString());
        JsonNode rule = admin.post("/api/organizations/{o}/rules", allow).json();
        JsonNode seen = admin.get(path(created(Map.of("eventId", block, "justification", WHY))))
                .json();
        assertThat(recommended(seen).at("/existing/0/expiresAt")).isEqualTo(rule.at("/expiresAt"));
        Map<String, Object> shorter = approval(seen, recommended(seen), everywhere);
        shorter.put("expiresAt", Instant.now().plus(7, ChronoUnit.DAYS).toString());

        assertThat(admin.post(path(seen) + "/approve", shorter).status()).isEqualTo(200);

        JsonNode kept = admin.get(
                        "/api/organizations/{o}/rules/" + rule.at("/id").asString())
                .json();
        assertThat(kept.at("/expiresAt")).isEqualTo(rule.at("/expiresAt"));
    }

    @Test
    void aFileThatNoMacHasShownCanBeAskedForByItsHash() {
        String sha256 = "7".repeat(64);
        JsonNode asked = created(Map.of("sha256", sha256.toUpperCase(java.util.Locale.ROOT), "justification", WHY));
        assertThat(asked.at("/title").asString()).isEqualTo("File 777777777777");
        assertThat(asked.at("/software/known").asBoolean()).isFalse();
        JsonNode seen = admin.get(path(asked)).json();
        assertThat(seen.at("/proposals")).hasSize(1);
        JsonNode proposal = recommended(seen);
        assertThat(proposal.at("/ruleType").asString()).isEqualTo("BINARY");
        Map<String, Object> approval = approval(seen, proposal, Map.of("kind", "ORGANIZATION"));
        assertThat(admin.post(path(asked) + "/approve", approval).status()).isEqualTo(200);
    }

    @Test
    void anApprovalCanBeForOneMacAndForATime() {
        JsonNode asked = created(Map.of("eventId", block, "justification", WHY));
        JsonNode seen = admin.get(path(asked)).json();
        Map<String, Object> approval =
                approval(seen, recommended(seen), Map.of("kind", "DEVICE", "deviceId", mac.toString()));
        approval.put("expiresAt", Instant.now().plus(1, ChronoUnit.DAYS).toString());
        approval.put("comment", "until the end of the audit");
        JsonNode approved = admin.post(path(asked) + "/approve", approval).json();
        assertThat(approved.at("/decision/rule/scope/device/id").asString()).isEqualTo(mac.toString());
        String rule = approved.at("/delivery/ruleId").asString();
        JsonNode kept = admin.get("/api/organizations/{o}/rules/" + rule).json();
        assertThat(kept.at("/expiresAt").isNull()).isFalse();
        assertThat(kept.at("/requestId").asString()).isEqualTo(asked.at("/id").asString());
    }

    @Test
    void aDenialTellsTheRequesterWhyAndTheSoftwareStaysBlocked() {
        JsonNode asked = created(Map.of("eventId", block, "justification", WHY));
        Map<String, Object> denial = new HashMap<>();
        denial.put("contentHash", asked.at("/contentHash").asString());
        assertThat(admin.post(path(asked) + "/deny", denial).status()).isEqualTo(422);
        denial.put("reason", "too short");
        assertThat(admin.post(path(asked) + "/deny", denial).status()).isEqualTo(422);
        denial.put("reason", "The maker is not known to us");
        assertThat(admin.post(path(asked) + "/deny", denial).status()).isEqualTo(200);
        JsonNode hers = eve.get(path(asked)).json();
        assertThat(hers.at("/state").asString()).isEqualTo("REJECTED");
        assertThat(hers.at("/decision/reason").asString()).isEqualTo("The maker is not known to us");
        assertThat(macs.pending(scope, mac)).isZero();
        assertThat(macs.notificationNames(scope, app.signingId())).isEmpty();
    }

    @Test
    void aRequestCanBeWithdrawnAndAskedAgain() {
        JsonNode asked = created(Map.of("eventId", block, "justification", WHY));
        assertThat(eve.post("/api/organizations/{o}/requests", Map.of("eventId", block, "justification", WHY))
                        .status())
                .isEqualTo(409);
        assertThat(eve.post(path(asked) + "/withdraw").json().at("/state").asString())
                .isEqualTo("WITHDRAWN");
        assertThat(macs.pending(scope, mac)).isZero();
        JsonNode again = created(Map.of("eventId", block, "justification", WHY));
        assertThat(again.at("/number").asInt()).isEqualTo(2);
        assertThat(again.at("/earlier/0/number").asInt()).isOne();
    }

    @Test
    void thePoliciesSayWhoDecides() {
        JsonNode policies =
                admin.get("/api/organizations/{o}/requests/policies").json();
        JsonNode software = policies.valueStream()
                .filter(policy -> policy.at("/kind").asString().equals("SOFTWARE"))
                .findFirst()
                .orElseThrow();
        assertThat(software.at("/version").asInt()).isZero();
        assertThat(software.at("/policy/otherwise/separation/0").asString()).isEqualTo("REQUESTER");
        assertThat(software.at("/policy/otherwise/stages/0/requirement/seats/0/who/permission")
                        .asString())
                .isEqualTo("request.decide");
    }

    private JsonNode created(Map<String, Object> asked) {
        Api.Answer answer = eve.post("/api/organizations/{o}/requests", asked);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    static String path(JsonNode request) {
        return "/api/organizations/{o}/requests/" + request.at("/id").asString();
    }

    static JsonNode recommended(JsonNode request) {
        return request.at("/proposals")
                .valueStream()
                .filter(proposal -> proposal.at("/recommended").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    static Map<String, Object> approval(JsonNode request, JsonNode proposal, Map<String, Object> scope) {
        Map<String, Object> approval = new HashMap<>();
        approval.put("ruleType", proposal.at("/ruleType").asString());
        approval.put("identifier", proposal.at("/identifier").asString());
        approval.put("scope", scope);
        approval.put("policy", "ALLOWLIST");
        approval.put("contentHash", request.at("/contentHash").asString());
        return approval;
    }
}
