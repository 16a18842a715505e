package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.fleet.WireFormat;
import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.net.Call;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.wire.Compression;
import io.gatehouse.testkit.fleet.wire.JsonCodec;
import io.gatehouse.testkit.fleet.wire.Message;
import io.gatehouse.testkit.fleet.wire.ProtobufCodec;
import io.gatehouse.testkit.fleet.wire.Protocol;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Messages with every field: what a Mac says is shown, and what is configured is told, to each client all that it takes. */
@ServerTest
final class FullMessagesIT {

    private static final int INTERVAL = 1_200;

    private final SantaFixture fixture;
    private final PolicyPublisher publisher;
    private final TestOrganizations organizations;
    private FleetServer server;
    private Api admin;

    @LocalServerPort
    private int port;

    @Autowired
    FullMessagesIT(SantaFixture fixture, PolicyPublisher publisher, TestOrganizations organizations) {
        this.fixture = fixture;
        this.publisher = publisher;
        this.organizations = organizations;
    }

    @BeforeEach
    void everySettingUnlikeItsDefault() {
        TestOrganization organization = organizations.enterprise();
        server = new FleetServer(fixture, publisher, port, organization.scope());
        admin = organization.as(Role.SECURITY_ADMIN);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("clientMode", "STANDALONE");
        settings.put("allowedPathRegex", "/opt/");
        settings.put("blockedPathRegex", "/private/tmp/");
        settings.put("removableMedia", Map.of("action", "REMOUNT", "remountFlags", List.of("rdonly", "noexec")));
        settings.put("encryptedRemovableMedia", Map.of("action", "BLOCK"));
        settings.put("enableBundles", false);
        settings.put("enableTransitiveRules", true);
        settings.put("enableAllEventUpload", true);
        settings.put("disableUnknownEventUpload", true);
        settings.put("overrideFileAccessAction", "AUDIT_ONLY");
        settings.put("batchSize", 77);
        settings.put("fullSyncIntervalSeconds", INTERVAL);
        settings.put("pushNotificationFullSyncIntervalSeconds", 7_200);
        settings.put("pushNotificationGlobalRuleSyncDeadlineSeconds", 900);
        settings.put("eventDetailUrl", "https://example.com/%file_identifier%");
        settings.put("eventDetailText", "Ask us");
        Api.Answer set = admin.put("/api/organizations/{o}/configurations/organization", Map.of("settings", settings));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    static Stream<String> clients() {
        return Stream.of("2026.7.1", "2026.2.1", "2025.11", "2024.9", "2024.2", "2023.5", "2022.3", "2021.1");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void theAnswerIsCompleteForEveryClientInEveryEncoding(String version) throws Exception {
        for (WireFormat format : WireFormat.values()) {
            for (Compression compression : Compression.values()) {
                for (boolean clean : new boolean[] {true, false, true}) {
                    Message answer = preflight(version, format, compression, clean);
                    assertThat(answer)
                            .as("%s %s %s clean %s", version, format, compression, clean)
                            .isEqualTo(expected(ClientVersion.parse(version), clean));
                }
            }
        }
    }

    private Message expected(ClientVersion client, boolean clean) {
        int interval = Interval.seconds(INTERVAL, server.device("mac"), 0);
        Message answer = Message.of("PreflightResponse")
                .choice("client_mode", client.atLeast(2024, 11) ? "STANDALONE" : "LOCKDOWN")
                .number("batch_size", 77)
                .flag("enable_bundles", false)
                .flag("enable_transitive_rules", true)
                .flag("enable_all_event_upload", true)
                .flag("disable_unknown_event_upload", true)
                .number("full_sync_interval_seconds", interval)
                .number("push_notification_full_sync_interval_seconds", 7_200)
                .number("push_notification_global_rule_sync_deadline_seconds", 900)
                .text("allowed_path_regex", "/opt/")
                .text("blocked_path_regex", "/private/tmp/");
        if (client.atLeast(2024, 1)) {
            answer.choice("sync_type", clean ? "CLEAN" : "NORMAL");
        } else if (clean) {
            answer.flag("clean_sync", true);
        }
        if (client.atLeast(2023, 1)) {
            answer.choice("override_file_access_action", "AUDIT_ONLY");
        }
        if (client.atLeast(2025, 12)) {
            answer.text("event_detail_url", "https://example.com/%file_identifier%")
                    .text("event_detail_text", "Ask us");
        }
        List<String> flags = List.of("rdonly", "noexec");
        if (client.atLeast(2026, 3)) {
            Message remount = Message.of("MediaRemount").list("flags", flags);
            answer.nested("removable_media_policy", Message.of("MediaPolicy").nested("remount", remount))
                    .nested(
                            "encrypted_removable_media_policy",
                            Message.of("MediaPolicy").flag("block", true));
        } else if (client.atLeast(2022, 1)) {
            answer.flag("block_usb_mount", true).list("remount_usb_mode", flags);
        }
        return answer;
    }

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void everythingThatAMacSaysIsShown(WireFormat format) throws Exception {
        preflight("2026.7.1", format, Compression.GZIP, false);

        JsonNode device = admin.get("/api/organizations/{o}/devices/" + server.device("mac"))
                .json();

        assertThat(device.at("/machineId").asString()).isEqualTo("mac");
        assertThat(device.at("/serialNumber").asString()).isEqualTo("C02SERIAL");
        assertThat(device.at("/hostname").asString()).isEqualTo("host.example.test");
        assertThat(device.at("/osVersion").asString()).isEqualTo("14.5");
        assertThat(device.at("/osBuild").asString()).isEqualTo("23F79");
        assertThat(device.at("/modelIdentifier").asString()).isEqualTo("MacBookPro18,3");
        assertThat(device.at("/santaVersion").asString()).isEqualTo("2026.7.1");
        assertThat(device.at("/primaryUser").asString()).isEqualTo("ada@example.test");
        assertThat(device.at("/primaryUserGroups").values().stream().map(JsonNode::asString))
                .containsExactly("design", "pilots");
        assertThat(device.at("/pushToken").asBoolean()).isTrue();
        assertThat(device.at("/clientMode").asString()).isEqualTo("LOCKDOWN");
        assertThat(device.at("/sipStatus").asLong()).isEqualTo(119);
        assertThat(device.at("/rulesHash/reported").asString()).isEqualTo("0123456789abcdef0123456789abcdef");
        Map<String, Integer> counts = Map.of(
                "binary",
                11,
                "certificate",
                12,
                "compiler",
                13,
                "transitive",
                4,
                "teamId",
                15,
                "signingId",
                16,
                "cdhash",
                17);
        counts.forEach((name, count) ->
                assertThat(device.at("/counts/" + name).asInt()).as(name).isEqualTo(count));
        assertThat(fixture.write(
                        server.scope(),
                        () -> fixture.jdbc()
                                .sql("select push_token from santa.device")
                                .query(String.class)
                                .single()))
                .isEqualTo("a push token");
    }

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void whatAMacMakesOfASyncStandsBesideWhatWasMeant(WireFormat format) throws Exception {
        preflight("2026.7.1", format, Compression.NONE, true);
        exchange("ruledownload", Message.of("RuleDownloadRequest"), "RuleDownloadResponse", format, Compression.NONE);
        Message end = Message.of("PostflightRequest")
                .number("rules_received", 1)
                .number("rules_processed", 1)
                .choice("sync_type", "CLEAN_ALL");
        assertThat(running().at("/pushed").asBoolean()).isTrue();
        exchange("postflight", end, "PostflightResponse", format, Compression.NONE);

        JsonNode sync = running();
        assertThat(sync.at("/outcome").asString()).isEqualTo("COMPLETED");
        assertThat(sync.at("/syncType").asString()).isEqualTo("CLEAN");
        assertThat(sync.at("/clientSyncType").asString()).isEqualTo("CLEAN_ALL");
        assertThat(sync.at("/pushed").asBoolean()).isTrue();
        assertThat(sync.at("/requestedClean").asBoolean()).isTrue();
    }

    /** The latest sync, at its end or not. */
    private JsonNode running() {
        return admin.get("/api/organizations/{o}/devices/" + server.device("mac") + "/syncs")
                .json()
                .at("/items/0");
    }

    private Message preflight(String version, WireFormat format, Compression compression, boolean clean)
            throws Exception {
        Message request = Message.of("PreflightRequest")
                .text("serial_number", "C02SERIAL")
                .text("hostname", "host.example.test")
                .text("os_version", "14.5")
                .text("os_build", "23F79")
                .text("model_identifier", "MacBookPro18,3")
                .text("santa_version", version)
                .text("primary_user", "ada@example.test")
                .text("push_notification_token", "a push token")
                .choice("client_mode", "LOCKDOWN")
                .flag("request_clean_sync", clean)
                .number("binary_rule_count", 11)
                .number("certificate_rule_count", 12)
                .number("compiler_rule_count", 13)
                .number("transitive_rule_count", 4)
                .number("teamid_rule_count", 15)
                .number("signingid_rule_count", 16)
                .number("cdhash_rule_count", 17)
                .text("machine_id", "mac")
                .flag("push_notification_sync", true)
                .number("sip_status", 119)
                .list("primary_user_groups", List.of("design", "pilots"))
                .text("rules_hash", "0123456789ABCDEF0123456789abcdef");
        return exchange("preflight", request, "PreflightResponse", format, compression);
    }

    private Message exchange(
            String stage, Message request, String answerName, WireFormat format, Compression compression)
            throws Exception {
        byte[] body =
                format == WireFormat.JSON ? new JsonCodec(false).encode(request) : new ProtobufCodec().encode(request);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", format.contentType());
        headers.put("Accept-Encoding", "gzip, deflate");
        String label = compression.label();
        if (label != null) {
            headers.put("Content-Encoding", label);
        }
        URI uri = URI.create(server.syncBaseUrl() + "/" + stage + "/mac");
        Answer answer =
                HttpTransport.shared().send(new Call(uri, headers, compression.pack(body), Duration.ofSeconds(30)));
        assertThat(answer.status()).isEqualTo(200);
        byte[] plain = Compression.unpack(answer.header("content-encoding"), answer.body());
        return format == WireFormat.JSON
                ? new JsonCodec(false).decode(Protocol.message(answerName), plain)
                : new ProtobufCodec().decode(Protocol.message(answerName), plain);
    }
}
