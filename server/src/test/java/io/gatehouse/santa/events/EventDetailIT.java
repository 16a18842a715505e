package io.gatehouse.santa.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testing.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every field that a Mac uploaded is shown. */
@ServerTest
final class EventDetailIT {

    private static final String FILE = Uploads.sha256("a file");
    private static final String BUNDLE = Uploads.sha256("a bundle");
    private static final double TIME = 1_780_000_000.25;

    private final OneMac mac;

    @Autowired
    EventDetailIT(OneMac.Maker macs) {
        this.mac = macs.fresh();
    }

    @Test
    void everyFieldThatWasUploadedIsShown() {
        mac.upload(Uploads.EVERY_FIELD.formatted(FILE, TIME, BUNDLE));

        JsonNode row = mac.get("/events").path("items").path(0);
        JsonNode shown = mac.get("/events/" + row.path("id").asString());

        assertThat(shown.path("device").path("id").asString())
                .isEqualTo(mac.device().toString());
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

    @Test
    void showsFileAccessAndAuditEvents() {
        mac.send(Uploads.request("""
                {"file_access_events": [{"rule_version": "v1", "rule_name": "Cookies", "target": "/Users/ada/Cookies",
                   "decision": "FILE_ACCESS_DECISION_DENIED", "access_time": %1$s,
                   "process_chain": [{"file_path": "/bin/cat", "cdhash": "ab", "file_sha256": "cd", "signing_id": "platform:cat",
                     "team_id": "T", "pid": 7, "signing_chain": [{"cn": "Software Signing"}]}, {"pid": 1}]},
                   {"rule_name": "Keys", "target": "/k", "decision": "SHRUGGED", "access_time": %1$s}],
                 "audit_events": [{"standalone_mode_rule_creation": {"decision": "ALLOW_BINARY", "identifier": "%2$s",
                   "timestamp": 1764000000}}]}
                """.formatted(TIME, FILE)));

        JsonNode access = mac.get("/file-access-events?rule=Cookies&target=" + encoded("/Users/ada/Cookies")
                        + "&device=" + mac.device() + "&decision=DENIED")
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
        assertThat(mac.get("/file-access-events?decision=SHRUGGED")
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(mac.get("/file-access-events?decision=AUDIT_ONLY")
                        .path("items")
                        .size())
                .isZero();
        assertThat(mac.get("/file-access-events?limit=1").path("next").isString())
                .isTrue();

        JsonNode audit =
                mac.get("/audit-events?device=" + mac.device()).path("items").path(0);
        assertThat(texts(audit, "kind", "decision", "identifier"))
                .containsExactly("STANDALONE_RULE_CREATED", "ALLOW_BINARY", FILE);
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
}
