package io.gatehouse.santa.devices;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Tags over HTTP. */
@ServerTest
final class TagIT {

    private static final String TAGS = "/api/organizations/{o}/tags";

    private final TestOrganizations organizations;
    private final SantaData santa;
    private TestOrganization acme;
    private Api admin;

    @Autowired
    TagIT(TestOrganizations organizations, SantaData santa) {
        this.organizations = organizations;
        this.santa = santa;
    }

    @BeforeEach
    void freshOrganization() {
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void newTagsComeLastAndAnOrderPutsThemFirst() {
        String first = create("First");
        String second = create("Second");
        assertThat(names()).containsExactly("First", "Second");
        assertThat(admin.put(TAGS + "/order", Map.of("ids", List.of(second, first)))
                        .status())
                .isEqualTo(200);
        assertThat(names()).containsExactly("Second", "First");
        for (List<String> wrong : List.of(
                List.of(first),
                List.of(first, first),
                List.of(first, second, UUID.randomUUID().toString()))) {
            assertThat(admin.put(TAGS + "/order", Map.of("ids", wrong)).status())
                    .isEqualTo(422);
        }
    }

    @Test
    void aNewOrderDecidesAnewWhichRuleWins() {
        TagRef allowing = santa.tag(acme, "Allowing", 0);
        TagRef blocking = santa.tag(acme, "Blocking", 1);
        DeviceRef device = santa.device(acme, "mac", allowing, blocking);
        rule("ALLOWLIST", allowing);
        String id = rule("BLOCKLIST", blocking);
        santa.acknowledge(acme, device);
        assertThat(behind(device)).isZero();
        admin.put(TAGS + "/order", Map.of("ids", List.of(blocking.id(), allowing.id())));
        assertThat(behind(device)).isEqualTo(1);
        santa.acknowledge(acme, device);
        assertThat(admin.get("/api/organizations/{o}/rules/" + id)
                        .json()
                        .get("reach")
                        .get("delivered")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aTagInUseIsDeletedOnlyWhenForcedAndThenWhollySo() {
        TagRef tag = santa.tag(acme, "Used", 0);
        DeviceRef device = santa.device(acme, "mac", tag);
        String rule = rule("BLOCKLIST", tag);
        admin.put("/api/organizations/{o}/configurations/tags/" + tag.id(), Map.of("settings", Map.of("batchSize", 9)));
        admin.post("/api/organizations/{o}/enrolments", Map.of("name", "Staff", "tagIds", List.of(tag.id())));
        santa.acknowledge(acme, device);
        Api.Answer refused = admin.delete(TAGS + "/" + tag.id());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asString())
                .contains("1 rule")
                .contains("settings")
                .contains("enrolment Staff");
        assertThat(admin.delete(TAGS + "/" + tag.id() + "?force=true").status()).isEqualTo(204);
        assertThat(admin.get("/api/organizations/{o}/rules/" + rule).status()).isEqualTo(404);
        assertThat(admin.get("/api/organizations/{o}/configurations").json().size())
                .isEqualTo(1);
        assertThat(admin.get("/api/organizations/{o}/devices/" + device.id())
                        .json()
                        .get("tags")
                        .size())
                .isZero();
        assertThat(admin.get("/api/organizations/{o}/enrolments")
                        .json()
                        .get(0)
                        .get("tags")
                        .size())
                .isZero();
    }

    @Test
    void namesAreTakenOnceInWhateverCase() {
        create("Developers");
        assertThat(admin.post(TAGS, tag("DEVELOPERS")).status()).isEqualTo(409);
        String other = create("Other");
        assertThat(admin.put(TAGS + "/" + other, tag("developers")).status()).isEqualTo(409);
        assertThat(organizations
                        .enterprise()
                        .as(Role.SECURITY_ADMIN)
                        .post(TAGS, tag("Developers"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void brokenTagsAreRefused() {
        assertThat(admin.post(TAGS, tag(" ")).status()).isEqualTo(422);
        assertThat(admin.post(TAGS, tag("x".repeat(81))).status()).isEqualTo(422);
        assertThat(admin.post(TAGS, tag("a\u0007b")).status()).isEqualTo(422);
        assertThat(admin.post(TAGS, Map.of("name", "x", "color", "red; }")).status())
                .isEqualTo(422);
        assertThat(admin.post(TAGS, Map.of()).status()).isEqualTo(422);
    }

    @Test
    void othersNeitherSeeNorTouchThem() {
        TagRef ours = santa.tag(acme, "Ours", 0);
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);
        assertThat(stranger.get(TAGS).json().size()).isZero();
        assertThat(stranger.put(TAGS + "/" + ours.id(), tag("Mine")).status()).isEqualTo(404);
        assertThat(stranger.delete(TAGS + "/" + ours.id() + "?force=true").status())
                .isEqualTo(404);
        Api lead = acme.as(Role.TEAM_LEAD);
        assertThat(lead.get(TAGS).status()).isEqualTo(200);
        assertThat(lead.post(TAGS, tag("Mine")).status()).isEqualTo(403);
        assertThat(acme.as(Role.END_USER).get(TAGS).status()).isEqualTo(403);
    }

    private String create(String name) {
        Api.Answer answer = admin.post(TAGS, tag(name));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private String rule(String policy, TagRef tag) {
        return admin.post(
                        "/api/organizations/{o}/rules",
                        Map.of(
                                "ruleType",
                                "BINARY",
                                "identifier",
                                "a".repeat(64),
                                "policy",
                                policy,
                                "scope",
                                Map.of("kind", "TAG", "tagId", tag.id())))
                .json()
                .get("id")
                .asString();
    }

    private int behind(DeviceRef device) {
        return admin.get("/api/organizations/{o}/devices/" + device.id())
                .json()
                .get("rulesBehind")
                .asInt();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (JsonNode tag : admin.get(TAGS).json()) {
            names.add(tag.get("name").asString());
        }
        return names;
    }

    private static Map<String, Object> tag(String name) {
        return Map.of("name", name, "description", "for a test", "color", "#12AbCd");
    }
}
