package io.gatehouse.santa.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Signals;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Listening;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What was uploaded is shown, found by every filter, and to nobody else. */
@ServerTest
final class EventSearchIT {

    private static final String FILE = Uploads.sha256("a file");
    private static final String BUNDLE = Uploads.sha256("a bundle");
    private static final double TIME = 1_780_000_000.25;

    private final EventIntake intake;
    private final SantaFixture fixture;
    private final TestOrganizations organizations;
    private final Signals signals;
    private TestOrganization organization;
    private UUID device;

    @Autowired
    EventSearchIT(EventIntake intake, SantaFixture fixture, TestOrganizations organizations, Signals signals) {
        this.intake = intake;
        this.fixture = fixture;
        this.organizations = organizations;
        this.signals = signals;
    }

    @BeforeEach
    void makeOrganization() {
        organization = organizations.enterprise();
        device = device(organization.scope());
    }

    @Test
    void everyFieldThatWasUploadedIsShown() {
        accept(Uploads.EVERY_FIELD.formatted(FILE, now(), BUNDLE));

        JsonNode row = get("/events").path("items").path(0);
        JsonNode shown = get("/events/" + row.path("id").asString());

        assertThat(shown.path("device").path("id").asString()).isEqualTo(device.toString());
        assertThat(texts(
                        shown,
                        "decision",
                        "fileName",
                        "filePath",
                        "sha256",
                        "cdhash",
                        "signingId",
                        "teamId",
                        "executingUser",
                        "parentName",
                        "signingStatus"))
                .containsExactly(
                        "BLOCK_SIGNINGID",
                        "Chess",
                        "/Applications/Chess.app/Contents/MacOS",
                        FILE,
                        "0123456789abcdef0123456789abcdef01234567",
                        "ABCDE12345:com.example.chess",
                        "ABCDE12345",
                        "ada",
                        "launchd",
                        "PRODUCTION");
        assertThat(shown.path("blocked").asBoolean()).isTrue();
        assertThat(shown.path("staticRule").asBoolean()).isTrue();
        assertThat(shown.path("pid").asInt()).isEqualTo(4711);
        assertThat(shown.path("ppid").asInt()).isEqualTo(42);
        assertThat(shown.path("csFlags").asLong()).isEqualTo(570_503_953L);
        assertThat(shown.path("loggedInUsers").toString()).isEqualTo("[\"ada\",\"bob\"]");
        assertThat(shown.path("currentSessions").toString()).isEqualTo("[\"ada@console\",\"bob@ttys001\"]");
        assertThat(instant(shown, "secureSigningTime")).isEqualTo(Instant.ofEpochSecond(1_690_000_000));
        assertThat(instant(shown, "signingTime")).isEqualTo(Instant.ofEpochSecond(1_690_000_001));
        assertThat(texts(shown.path("signer"), "commonName", "organization"))
                .containsExactly("Developer ID: Chess", "Chess Inc");
        JsonNode leaf = shown.path("signingChain").path(0);
        assertThat(texts(leaf, "commonName", "organization", "organizationalUnit"))
                .containsExactly("Developer ID: Chess", "Chess Inc", "ABCDE12345");
        assertThat(leaf.path("sha256").asString()).startsWith("1111");
        assertThat(instant(leaf, "validFrom")).isEqualTo(Instant.ofEpochSecond(1_600_000_000));
        assertThat(instant(leaf, "validUntil")).isEqualTo(Instant.ofEpochSecond(1_900_000_000));
        assertThat(shown.path("signingChain").size()).isEqualTo(2);
        assertThat(shown.path("entitlementsFiltered").asBoolean()).isTrue();
        assertThat(texts(shown.path("entitlements").path(0), "key", "value"))
                .containsExactly("com.apple.security.app-sandbox", "true");
        assertThat(texts(shown.path("quarantine"), "dataUrl", "refererUrl", "agentBundleId"))
                .containsExactly("https://example.com/chess.dmg", "https://example.com/", "com.apple.Safari");
        assertThat(instant(shown.path("quarantine"), "timestamp")).isEqualTo(Instant.ofEpochSecond(1_700_000_001));
        assertThat(texts(
                        shown.path("bundleDetail"),
                        "hash",
                        "identifier",
                        "name",
                        "version",
                        "versionString",
                        "path",
                        "executablePath"))
                .containsExactly(
                        BUNDLE,
                        "com.example.chess",
                        "Chess for All",
                        "7.1",
                        "7.1 (2026)",
                        "/Applications/Chess.app",
                        "Contents/MacOS/Chess");
        assertThat(shown.path("bundleDetail").path("hashMillis").asLong()).isEqualTo(1234);
        assertThat(shown.path("bundleDetail").path("binaryCount").asLong()).isEqualTo(3);
        assertThat(texts(shown.path("software"), "sha256", "fileName")).containsExactly(FILE, "Chess");
        assertThat(shown.path("why").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "file, CHES, true",
        "file, chess.app, false",
        "file, 100%, false",
        "signer, chess inc, true",
        "signer, apple, false",
        "teamId, ABCDE12345, true",
        "teamId, ABCDE1234, false",
        "signingId, ABCDE12345:com.example.chess, true",
        "signingId, com.example.chess, false",
        "person, ada, true",
        "person, eve, false",
        "person, owner@example.test, false",
        "decision, BLOCK_SIGNINGID, true",
        "decision, BLOCKED, true",
        "decision, ALLOWED, false",
        "decision, 'ALLOW_BINARY,BLOCK_SIGNINGID', true",
        "decision, BLOCK_BY_THE_MOON, false",
        "text, com.example, true",
        "text, checkers, false",
        "from, 2026-01-01T00:00:00Z, true",
        "to, 2026-01-01T00:00:00Z, false"
    })
    void findsTheEventByEachFilterOrNotAtAll(String name, String value, boolean found) {
        accept(Uploads.EVERY_FIELD.formatted(FILE, now(), BUNDLE));

        assertThat(get("/events?" + name + "=" + encoded(value)).path("items").size())
                .isEqualTo(found ? 1 : 0);
    }

    @Test
    void findsEventsByDeviceAndByHashAndByAnUnknownDecisionAndByOwner() {
        accept(Uploads.execution(FILE, now(), "BLOCK_BY_THE_MOON", 1));
        accept(Uploads.execution(Uploads.sha256("other"), now(), "ALLOW_BINARY", 2));
        UUID other = device(organization.scope());
        UUID owner = organization.person(Role.END_USER).id().value();
        fixture.write(
                organization.scope(),
                () -> fixture.jdbc()
                        .sql("update santa.device set owner_id = ? where id = ?")
                        .params(owner, device)
                        .update());

        assertThat(total("device=" + device)).isEqualTo(2);
        assertThat(total("device=" + other)).isZero();
        assertThat(total("sha256=" + FILE.toUpperCase(Locale.ROOT))).isEqualTo(1);
        assertThat(total("decision=BLOCK_BY_THE_MOON")).isEqualTo(1);
        assertThat(get("/events?decision=BLOCK_BY_THE_MOON")
                        .path("items")
                        .path(0)
                        .path("decision")
                        .asString())
                .isEqualTo("BLOCK_BY_THE_MOON");
        assertThat(total("person=" + owner)).isEqualTo(2);
        assertThat(total("person=" + encoded(organization.person(Role.END_USER).email())))
                .isEqualTo(2);
        assertThat(total("person=ada&device=" + device + "&sha256=" + FILE)).isEqualTo(1);
    }

    /** 20 histories of 120 events each, many at the same instant, read with pages of every size. */
    @Test
    void pagesLeaveNothingOutAndRepeatNothing() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            TestOrganization own = organizations.enterprise();
            List<UUID> devices = List.of(device(own.scope()), device(own.scope()), device(own.scope()));
            for (int i = 0; i < 120; i++) {
                String event = Uploads.execution(
                        Uploads.sha256("f" + random.nextInt(4)),
                        TIME + random.nextInt(12) / 4.0 - 700_000.0 * random.nextInt(3),
                        random.nextBoolean() ? "BLOCK_BINARY" : "ALLOW_UNKNOWN",
                        i);
                intake.accept(own.id(), devices.get(random.nextInt(3)), Uploads.of(event));
            }
            for (String filter : List.of("", "decision=BLOCKED&", "device=" + devices.getFirst() + "&", "file=tool&")) {
                List<JsonNode> whole = pages(own, filter, 200);
                assertThat(whole).isSortedAccordingTo(NEWEST_FIRST);
                assertThat(ids(pages(own, filter, 1 + random.nextInt(40)))).isEqualTo(ids(whole));
            }
            assertThat(pages(own, "", 7)).hasSize(120);
        }
    }

    private static final Comparator<JsonNode> NEWEST_FIRST = Comparator.comparing(
                    (JsonNode event) -> Instant.parse(event.path("occurredAt").asString()))
            .reversed();

    @Test
    void exportsExactlyWhatIsFilteredAndNoFormula() {
        accept("""
                {"file_sha256": "%s", "execution_time": %s, "decision": "BLOCK_BINARY", "file_name": "=HYPERLINK(1)",
                 "executing_user": "@ada"}""".formatted(FILE, now()));
        accept(Uploads.execution(Uploads.sha256("other"), now(), "ALLOW_BINARY", 2));

        Api.Answer csv = as().get("/api/organizations/{o}/events/export?format=csv&decision=BLOCKED");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body()).contains("'=HYPERLINK(1)", "'@ada").doesNotContain(",=HYPERLINK");
        Api.Answer json = as().get("/api/organizations/{o}/events/export?format=json");
        assertThat(json.json().size()).isEqualTo(2);
        assertThat(as().get("/api/organizations/{o}/events/export?format=xml").status())
                .isEqualTo(422);
    }

    @Test
    void showsFileAccessAndAuditEvents() {
        intake.accept(organization.id(), device, Uploads.request("""
                {"file_access_events": [{"rule_version": "v1", "rule_name": "Cookies", "target": "/Users/ada/Cookies",
                   "decision": "FILE_ACCESS_DECISION_DENIED", "access_time": %1$s,
                   "process_chain": [{"file_path": "/bin/cat", "cdhash": "ab", "file_sha256": "cd", "signing_id": "platform:cat",
                     "team_id": "T", "pid": 7, "signing_chain": [{"cn": "Software Signing"}]}, {"pid": 1}]},
                   {"rule_name": "Keys", "target": "/k", "decision": "SHRUGGED", "access_time": %1$s}],
                 "audit_events": [{"standalone_mode_rule_creation": {"decision": "ALLOW_BINARY", "identifier": "%2$s",
                   "timestamp": 1764000000}}]}
                """.formatted(now(), FILE)));

        JsonNode access = get("/file-access-events?rule=Cookies&target=" + encoded("/Users/ada/Cookies") + "&device="
                        + device + "&decision=DENIED")
                .path("items");
        assertThat(access.size()).isEqualTo(1);
        assertThat(texts(access.path(0), "ruleName", "ruleVersion", "target", "decision"))
                .containsExactly("Cookies", "v1", "/Users/ada/Cookies", "DENIED");
        JsonNode actor = access.path(0).path("processChain").path(0);
        assertThat(texts(actor, "filePath", "cdhash", "sha256", "signingId", "teamId"))
                .containsExactly("/bin/cat", "ab", "cd", "platform:cat", "T");
        assertThat(actor.path("pid").asInt()).isEqualTo(7);
        assertThat(actor.path("signingChain").path(0).path("commonName").asString())
                .isEqualTo("Software Signing");
        assertThat(get("/file-access-events?decision=SHRUGGED").path("items").size())
                .isEqualTo(1);
        assertThat(get("/file-access-events?decision=AUDIT_ONLY").path("items").size())
                .isZero();
        assertThat(get("/file-access-events?limit=1").path("next").isString()).isTrue();

        JsonNode audit = get("/audit-events?device=" + device).path("items").path(0);
        assertThat(texts(audit, "kind", "decision", "identifier"))
                .containsExactly("STANDALONE_RULE_CREATED", "ALLOW_BINARY", FILE);
    }

    @Test
    void openConsolesSeeWhatArrives() {
        String path = "/api/organizations/{o}/live";
        try (Listening console = new Listening(as().stream(path));
                Listening endUser = new Listening(organization.as(Role.END_USER).stream(path))) {
            assertThat(console.await(line -> line.equals(": open"))).isNotNull();
            assertThat(endUser.await(line -> line.equals(": open"))).isNotNull();
            accept(Uploads.execution(FILE, now(), "BLOCK_UNKNOWN", 1));
            assertThat(console.await(line -> line.equals("event: event"))).isNotNull();
            assertThat(console.await(line -> line.startsWith("data:"))).contains(FILE, "\"more\":0");
            signals.announce(organization.id(), Signals.Topic.REQUEST, 1);
            assertThat(endUser.await(line -> line.startsWith("event:"))).isEqualTo("event: request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"events?cursor=!", "events?cursor=YWJj", "events?limit=0", "events?limit=201"})
    void refusesWhatItDidNotGiveOut(String path) {
        assertThat(as().get("/api/organizations/{o}/" + path).status()).isEqualTo(422);
    }

    @Test
    void anotherOrganizationFindsNothingOfIt() {
        accept(Uploads.execution(FILE, now(), "BLOCK_UNKNOWN", 1));
        String id = get("/events").path("items").path(0).path("id").asString();
        TestOrganization other = organizations.enterprise();
        Api stranger = other.as(Role.SECURITY_ADMIN);

        assertThat(stranger.get("/api/organizations/{o}/events/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/api/organizations/{o}/events?device=" + device)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(stranger.get("/api/organizations/" + organization.id() + "/events")
                        .status())
                .isEqualTo(404);
        assertThat(organization
                        .as(Role.END_USER)
                        .get("/api/organizations/{o}/events")
                        .status())
                .isEqualTo(403);
    }

    private UUID device(OrganizationScope scope) {
        UUID enrolment = fixture.enrolment(scope, null, List.of());
        UUID policy = Ids.next();
        fixture.write(
                scope,
                () -> fixture.jdbc()
                        .sql(
                                "insert into santa.policy (organization_id, id, tag_ids) values (?, ?, '{}') on conflict do nothing")
                        .params(scope.organization().value(), policy)
                        .update());
        UUID existing = fixture.write(
                scope,
                () -> fixture.jdbc()
                        .sql("select id from santa.policy where organization_id = ? and tag_ids = '{}'")
                        .param(scope.organization().value())
                        .query(UUID.class)
                        .single());
        return fixture.device(scope, enrolment, existing, List.of());
    }

    private void accept(String event) {
        intake.accept(organization.id(), device, Uploads.of(event));
    }

    private Api as() {
        return organization.as(Role.SECURITY_ADMIN);
    }

    private JsonNode get(String path) {
        Api.Answer answer = as().get("/api/organizations/{o}" + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private int total(String filter) {
        return get("/events?" + filter).path("items").size();
    }

    private static List<JsonNode> pages(TestOrganization own, String filter, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = own.as(Role.SECURITY_ADMIN)
                    .get("/api/organizations/{o}/events?" + filter + "limit=" + limit + "&cursor=" + cursor)
                    .json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isString() ? page.path("next").asString() : null;
        }
        return all;
    }

    private static List<String> ids(List<JsonNode> events) {
        return events.stream().map(event -> event.path("id").asString()).toList();
    }

    private static List<String> texts(JsonNode node, String... names) {
        return Arrays.stream(names).map(name -> node.path(name).asString()).toList();
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(node.path(name).asString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static double now() {
        return TIME;
    }
}
