package io.gatehouse.santa.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.SantaData;
import io.gatehouse.santa.TagRef;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Devices over HTTP. */
@ServerTest
final class DeviceIT {

    private static final String DEVICES = "/api/organizations/{o}/devices";

    private final TestOrganizations organizations;
    private final SantaData santa;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private TestOrganization acme;
    private Api admin;

    @Autowired
    DeviceIT(TestOrganizations organizations, SantaData santa, Transactions transactions, JdbcClient jdbc) {
        this.organizations = organizations;
        this.santa = santa;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void freshOrganization() {
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
    }

    @ParameterizedTest
    @CsvSource({
        ",                UNKNOWN, NEVER_SYNCED",
        "1 minute,        EXACT,   HEALTHY",
        "7 minutes,       EXACT,   HEALTHY",
        "9 minutes,       EXACT,   LATE",
        "23 hours,        EXACT,   LATE",
        "25 hours,        EXACT,   STALE",
        "1 minute,        DRIFTED, DRIFTED",
        "25 hours,        DRIFTED, STALE"
    })
    void healthFollowsFromTheLastSyncAndTheHash(String ago, String hash, String health) {
        DeviceRef device = santa.device(acme, "mac");
        sync(device, ago, hash);
        assertThat(detail(device).get("health").asString()).isEqualTo(health);
        assertThat(hostnames("?health=" + health)).containsExactly("mac");
        assertThat(hostnames("?health=" + (health.equals("LATE") ? "HEALTHY" : "LATE")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "EXACT", "COUNTS", "LOCAL_RULES", "HEALING", "DRIFTED"})
    void howTheRulesComparedIsTold(String state) {
        DeviceRef device = santa.device(acme, "mac");
        sync(device, "1 minute", state);
        run("update santa.device_sync set clean_requested = 'CLEAN_ALL' where device_id = '" + device.id() + "'");
        assertThat(detail(device).at("/rulesHash/state").asString()).isEqualTo(state);
        assertThat(detail(device).at("/requestedCleanSync").asString()).isEqualTo("CLEAN_ALL");
    }

    @ParameterizedTest
    @CsvSource({"25 hours, LATE", "47 hours, LATE", "49 hours, STALE"})
    void aMacThatIsToSyncOnceADayIsStaleOnlyAfterTwoOfItsIntervals(String ago, String health) {
        DeviceRef device = santa.device(acme, "mac");
        sync(device, ago, "EXACT");
        run("update santa.device_sync set interval_seconds = 86400 where device_id = '" + device.id() + "'");
        assertThat(detail(device).get("health").asString()).isEqualTo(health);
        assertThat(hostnames("?health=" + health)).containsExactly("mac");
    }

    @Test
    void listsFilterSortAndPage() {
        TagRef tag = santa.tag(acme, "Staff", 0);
        DeviceRef charlie = santa.device(acme, "charlie", tag);
        DeviceRef alpha = santa.device(acme, "alpha");
        santa.device(acme, "bravo", tag);
        sync(charlie, "1 hour", "EXACT");
        sync(alpha, "2 hours", "EXACT");
        assertThat(hostnames("")).containsExactly("alpha", "bravo", "charlie");
        assertThat(hostnames("?tag=" + tag.id())).containsExactly("bravo", "charlie");
        assertThat(hostnames("?text=RAV")).containsExactly("bravo");
        assertThat(hostnames("?text=_")).isEmpty();
        assertThat(hostnames("?sort=lastSyncAt")).containsExactly("bravo", "alpha", "charlie");
        for (String sort : List.of("hostname", "lastSyncAt", "-lastSyncAt")) {
            assertThat(walk(sort)).containsExactlyElementsOf(hostnames("?sort=" + sort));
        }
        assertThat(admin.get(DEVICES + "?sort=serialNumber").status()).isEqualTo(422);
        assertThat(admin.get(DEVICES + "?sort=lastSyncAt&cursor=YR9i").status()).isEqualTo(422);
        assertThat(admin.get(DEVICES + "?health=NONSENSE").status()).isEqualTo(422);
    }

    @Test
    void aDeviceIsShownWholeWithWhatItsVersionCannotTake() {
        DeviceRef device = santa.device(acme, "mac");
        run(
                "update santa.device set santa_version = '2025.4', sip_status = 3, push_token = 'x', client_mode = 'MONITOR'"
                        + " where id = '" + device.id() + "'");
        JsonNode detail = detail(device);
        assertThat(detail.get("hostname").asString()).isEqualTo("mac");
        assertThat(detail.get("enrolment").get("name").asString()).isEqualTo("All");
        assertThat(detail.get("sipStatus").asInt()).isEqualTo(3);
        assertThat(detail.get("pushToken").asBoolean()).isTrue();
        assertThat(detail.get("credential").has("certificateSubject")).isFalse();
        assertThat(detail.get("capabilityNotes").toString())
                .contains("CEL rules do not reach this Mac (client 2025.4)")
                .doesNotContain("TEAMID");
    }

    @Test
    void newTagsBringNewRules() {
        TagRef tag = santa.tag(acme, "Staff", 0);
        DeviceRef device = santa.device(acme, "mac");
        Map<String, Object> rule = new HashMap<>(Map.of(
                "ruleType",
                "BINARY",
                "identifier",
                "a".repeat(64),
                "policy",
                "BLOCKLIST",
                "scope",
                Map.of("kind", "TAG", "tagId", tag.id())));
        admin.post("/api/organizations/{o}/rules", rule);
        assertThat(detail(device).get("rulesBehind").asInt()).isZero();
        JsonNode changed = admin.put(DEVICES + "/" + device.id() + "/tags", Map.of("tagIds", List.of(tag.id())))
                .json();
        assertThat(changed.get("tags").get(0).get("name").asString()).isEqualTo("Staff");
        assertThat(changed.get("rulesBehind").asInt()).isEqualTo(1);
        JsonNode outcome = admin.post(
                        DEVICES + "/bulk",
                        Map.of(
                                "ids", List.of(device.id(), UUID.randomUUID()),
                                "action", "REMOVE_TAGS",
                                "tagIds", List.of(tag.id())))
                .json();
        assertThat(outcome.get("changed").asInt()).isEqualTo(1);
        assertThat(outcome.get("refused").size()).isEqualTo(1);
        assertThat(detail(device).get("rulesBehind").asInt()).isZero();
        assertThat(admin.put(DEVICES + "/" + device.id() + "/tags", Map.of("tagIds", List.of(UUID.randomUUID())))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void onlyMembersOwnDevices() {
        DeviceRef device = santa.device(acme, "mac");
        var person = acme.person(Role.END_USER);
        String owner = DEVICES + "/" + device.id() + "/owner";
        assertThat(admin.put(owner, Map.of("personId", person.id()))
                        .json()
                        .get("owner")
                        .get("email")
                        .asString())
                .isEqualTo(person.email());
        assertThat(hostnames("?owner=" + person.id())).containsExactly("mac");
        var stranger = organizations.enterprise().person(Role.END_USER);
        assertThat(admin.put(owner, Map.of("personId", stranger.id())).status()).isEqualTo(422);
        assertThat(admin.put(owner, "{\"personId\": null}").json().get("owner").isNull())
                .isTrue();
    }

    @Test
    void aRetiredDeviceIsGoneWithWhatWasItsOwn() {
        DeviceRef device = santa.device(acme, "mac");
        String rule = admin.post(
                        "/api/organizations/{o}/rules",
                        Map.of(
                                "ruleType",
                                "BINARY",
                                "identifier",
                                "a".repeat(64),
                                "policy",
                                "BLOCKLIST",
                                "scope",
                                Map.of("kind", "DEVICE", "deviceId", device.id())))
                .json()
                .get("id")
                .asString();
        String path = DEVICES + "/" + device.id();
        assertThat(admin.delete(path, Map.of()).status()).isEqualTo(422);
        assertThat(admin.delete(path, Map.of("reason", "sold")).status()).isEqualTo(204);
        assertThat(detail(device).get("retiredAt").isNull()).isFalse();
        assertThat(hostnames("")).isEmpty();
        assertThat(admin.get("/api/organizations/{o}/rules/" + rule).status()).isEqualTo(404);
        assertThat(admin.delete(path, Map.of("reason", "again")).status()).isEqualTo(404);
        assertThat(admin.put(path + "/tags", Map.of("tagIds", List.of())).status())
                .isEqualTo(404);
    }

    @Test
    void aRetiredDeviceIsListedAndCanBeTakenBackWithTheRulesOfToday() {
        TagRef tag = santa.tag(acme, "Staff", 0);
        DeviceRef device = santa.device(acme, "mac", tag);
        String path = DEVICES + "/" + device.id();
        assertThat(admin.post(path + "/restore", Map.of("reason", "not retired"))
                        .status())
                .isEqualTo(404);
        admin.delete(path, Map.of("reason", "sold"));
        assertThat(hostnames("?retired=true")).containsExactly("mac");
        assertThat(admin.delete("/api/organizations/{o}/tags/" + tag.id() + "?force=true")
                        .status())
                .isEqualTo(204);
        assertThat(admin.post(path + "/restore", Map.of()).status()).isEqualTo(422);
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);
        assertThat(stranger.post(path + "/restore", Map.of("reason", "mine now"))
                        .status())
                .isEqualTo(404);
        assertThat(acme.as(Role.TEAM_LEAD)
                        .post(path + "/restore", Map.of("reason", "mine now"))
                        .status())
                .isEqualTo(403);

        assertThat(admin.post(path + "/restore", Map.of("reason", "bought back"))
                        .json()
                        .at("/retiredAt")
                        .isNull())
                .isTrue();

        assertThat(hostnames("")).containsExactly("mac");
        assertThat(hostnames("?retired=true")).isEmpty();
        assertThat(detail(device).at("/tags")).isEmpty();
    }

    @Test
    void aReleasedCredentialIsShownAndCanBeKept() {
        DeviceRef device = santa.device(acme, "mac");
        String path = DEVICES + "/" + device.id() + "/release-credential";
        assertThat(detail(device).at("/credential/releasedUntil").isNull()).isTrue();
        assertThat(admin.post(path, Map.of("reason", "new disk")).status()).isEqualTo(204);
        assertThat(releasedUntil(device))
                .isBetween(
                        Instant.now().plus(23, ChronoUnit.HOURS), Instant.now().plus(25, ChronoUnit.HOURS));
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(detail(device).at("/credential/releasedUntil").isNull()).isTrue();
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get("/api/organizations/{o}/ledger/entries?objectType=device&objectId=" + device.id())
                        .json()
                        .at("/items")
                        .valueStream()
                        .filter(entry -> entry.at("/action").asString().equals("device.keep-credential")))
                .hasSize(1);
    }

    private Instant releasedUntil(DeviceRef device) {
        return Instant.parse(detail(device).at("/credential/releasedUntil").asString());
    }

    @Test
    void exportsAreOfWhatIsFilteredAndSafe() {
        santa.device(acme, "=HYPERLINK(1)");
        santa.device(acme, "bravo");
        assertThat(admin.get(DEVICES + "/export?format=csv&text=HYPER").body())
                .contains(",'=HYPERLINK(1),")
                .doesNotContain("bravo");
        assertThat(admin.get(DEVICES + "/export?format=json").json().size()).isEqualTo(2);
    }

    @Test
    void othersNeitherSeeNorTouchThem() {
        DeviceRef ours = santa.device(acme, "ours");
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);
        String path = DEVICES + "/" + ours.id();
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.put(path + "/tags", Map.of("tagIds", List.of())).status())
                .isEqualTo(404);
        assertThat(stranger.put(path + "/owner", "{\"personId\": null}").status())
                .isEqualTo(404);
        assertThat(stranger.delete(path, Map.of("reason", "x")).status()).isEqualTo(404);
        assertThat(stranger.post(path + "/release-credential", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        Api lead = acme.as(Role.TEAM_LEAD);
        assertThat(lead.get(path).status()).isEqualTo(200);
        assertThat(lead.delete(path, Map.of("reason", "x")).status()).isEqualTo(403);
        assertThat(acme.as(Role.END_USER).get(DEVICES).status()).isEqualTo(403);
    }

    private JsonNode detail(DeviceRef device) {
        return admin.get(DEVICES + "/" + device.id()).json();
    }

    private List<String> hostnames(String query) {
        List<String> hostnames = new ArrayList<>();
        admin.get(DEVICES + query)
                .json()
                .get("items")
                .forEach(device -> hostnames.add(device.get("hostname").asString()));
        return hostnames;
    }

    private List<String> walk(String sort) {
        List<String> walked = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = admin.get(DEVICES + "?limit=1&sort=" + sort + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            page.get("items")
                    .forEach(device -> walked.add(device.get("hostname").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        return walked;
    }

    private void sync(DeviceRef device, String ago, String hash) {
        run("update santa.device_sync set interval_seconds = 240, hash_state = '" + hash + "', last_sync_at = "
                + (ago == null ? "null" : "now() - interval '" + ago + "'") + ", next_expected_at = "
                + (ago == null ? "null" : "now() - interval '" + ago + "' + interval '240 seconds'")
                + " where device_id = '" + device.id()
                + "'");
    }

    private void run(String statement) {
        transactions.write(acme.scope(), () -> jdbc.sql(statement).update());
    }
}
