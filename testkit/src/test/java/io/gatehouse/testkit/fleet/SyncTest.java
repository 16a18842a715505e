package io.gatehouse.testkit.fleet;

import static io.gatehouse.testkit.fleet.StubServer.rule;
import static io.gatehouse.testkit.fleet.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.wire.Compression;
import io.gatehouse.testkit.fleet.wire.Message;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncTest {
    private final TestMacs macs = new TestMacs();
    private final StubServer server = macs.server;

    private static Message page(Message... rules) {
        return Message.of("RuleDownloadResponse").list("rules", List.of(rules));
    }

    @ParameterizedTest
    @CsvSource({"JSON,DEFLATE", "JSON,ZLIB", "JSON,GZIP", "JSON,NONE", "PROTOBUF,DEFLATE", "PROTOBUF,NONE"})
    void followsTheStagesInEveryEncoding(WireFormat format, Compression compression) {
        server.pages = List.of(
                page(rule("TEAMID", "abcdefghij", "BLOCKLIST")),
                page(rule("SIGNINGID", "ABCDEFGHIJ:Sign", "ALLOWLIST")));
        SimulatedMac mac = macs.mac(TestMacs.profile("2026.7.1").format(format).compression(compression));
        SyncReport report = mac.sync();
        assertThat(report.failure()).isEmpty();
        assertThat(server.stages()).containsExactly("preflight", "ruledownload", "ruledownload", "postflight");
        assertThat(server.requests.get(2).body().text("cursor")).isEqualTo("1");
        assertThat(mac.rules()).extracting(RuleRow::identifier).containsExactly("ABCDEFGHIJ", "ABCDEFGHIJ:Sign");
        Message postflight = server.requests.getLast().body();
        assertThat(postflight.number("rules_received")).isEqualTo(2);
        assertThat(postflight.text("rules_hash")).isEqualTo(mac.rulesHash());
        assertThat(server.requests.getFirst().headers())
                .containsEntry("User-Agent", "santactl-sync/2026.7.1")
                .containsEntry("Content-Type", format.contentType());
    }

    @Test
    void unreadableRulesAreSkippedAlone() {
        server.serve(
                rule("TEAMID", "SHORT", "BLOCKLIST"),
                rule("BINARY", "xyz", "ALLOWLIST"),
                rule("TEAMID", "ABCDEFGHIJ", "CEL").text("cel_expr", "target.entitlements == 1"),
                rule("TEAMID", "ABCDEFGHIJ", "CEL").text("cel_expr", "euid == 0 ? BLOCKLIST : ALLOWLIST"),
                rule("BINARY", "f".repeat(64), "REMOVE"));
        SimulatedMac mac = macs.mac("2026.7.1");
        SyncReport report = mac.sync();
        assertThat(report.rulesReceived()).isEqualTo(5);
        assertThat(report.rulesProcessed()).isEqualTo(2);
        assertThat(mac.rules()).extracting(RuleRow::policy).containsExactly(RulePolicy.CEL);
    }

    @ParameterizedTest
    @CsvSource({"2021.1,0", "2022.5,1", "2023.4,2", "2024.8,3", "2025.8,4", "2026.7.1,5"})
    void oldReleasesSkipWhatTheyDoNotKnow(String version, int held) {
        server.serve(
                rule("TEAMID", "ABCDEFGHIJ", "BLOCKLIST"),
                rule("SIGNINGID", "ABCDEFGHIJ:id", "BLOCKLIST"),
                rule("CDHASH", "a".repeat(40), "BLOCKLIST"),
                rule("BINARY", "b".repeat(64), "CEL").text("cel_expr", "true"),
                rule("BINARY", "c".repeat(64), "SILENT_TTY_BLOCKLIST"));
        SimulatedMac mac = macs.mac(version);
        mac.sync();
        assertThat(mac.rules()).hasSize(held);
    }

    @Test
    void rulesArriveWholeOrNotAtAll() {
        SimulatedMac mac = macs.synced("MONITOR");
        server.pages = List.of(page(rule("TEAMID", "ABCDEFGHIJ", "BLOCKLIST")), page());
        server.preflight.choice("client_mode", "LOCKDOWN");
        Answer first = new Answer(200, Map.of(), "{\"rules\":[],\"cursor\":\"1\"}".getBytes(StandardCharsets.UTF_8));
        server.next.addAll(List.of(new Answer(200, Map.of(), new byte[0]), first, status(400)));
        SyncReport report = mac.sync();
        assertThat(report.failure()).contains("ruledownload", "400");
        assertThat(mac.rules()).isEmpty();
        assertThat(mac.settings().mode()).isEqualTo(ClientMode.MONITOR);
        assertThat(server.stages()).doesNotContain("postflight");
    }

    @Test
    void settingsHoldFromPostflightOnEvenIfItFails() {
        SimulatedMac mac = macs.synced("MONITOR");
        server.preflight
                .choice("client_mode", "LOCKDOWN")
                .number("full_sync_interval_seconds", 20)
                .text("allowed_path_regex", "^/opt/");
        server.next.addAll(List.of(
                new Answer(
                        200,
                        Map.of(),
                        "{\"client_mode\":\"LOCKDOWN\",\"full_sync_interval\":20}".getBytes(StandardCharsets.UTF_8)),
                new Answer(200, Map.of(), new byte[0]),
                status(404)));
        assertThat(mac.sync().succeeded()).isTrue();
        assertThat(mac.settings().mode()).isEqualTo(ClientMode.LOCKDOWN);
        assertThat(mac.settings().fullSyncInterval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void retriesServerErrorsAndBrokenConnectionsFiveTimes() {
        SimulatedMac mac = macs.mac("2026.7.1");
        server.next.addAll(List.of(status(503), status(0), status(500), status(204), status(502)));
        SyncReport report = mac.sync();
        assertThat(report.failure()).contains("preflight");
        assertThat(report.traffic().requests()).isEqualTo(5);
        assertThat(macs.clock.sleeps())
                .containsExactly(
                        Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(16), Duration.ofSeconds(32));
    }

    @ParameterizedTest
    @CsvSource({"400,2026.7.1,1", "404,2026.7.1,1", "408,2026.7.1,5", "429,2026.7.1,5", "404,2026.3.1,5"})
    void clientErrorsAreFinalInNewerReleases(int status, String version, int attempts) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            server.next.add(status(status));
        }
        assertThat(macs.mac(version).sync().succeeded()).isFalse();
        assertThat(server.requests).hasSize(attempts);
    }

    @Test
    void forbiddenAsksForATokenOncePerSession() {
        SimulatedMac mac = macs.mac("2026.7.1");
        server.next.addAll(List.of(
                status(403), new Answer(200, Map.of("x-xsrf-token-header", "X-Mine", "x-mine", "t0k3n"), new byte[0])));
        assertThat(mac.sync().succeeded()).isTrue();
        assertThat(server.stages()).startsWith("preflight", "xsrf", "preflight", "ruledownload");
        assertThat(server.requests.get(1).headers()).doesNotContainKey("Content-Type");
        assertThat(server.requests.getLast().headers()).containsEntry("X-Mine", "t0k3n");
    }

    @Test
    void secondForbiddenIsFinal() {
        SimulatedMac mac = macs.mac("2026.7.1");
        server.next.addAll(
                List.of(status(403), new Answer(200, Map.of("x-xsrf-token", "t"), new byte[0]), status(403)));
        assertThat(mac.sync().failure()).contains("403");
        assertThat(server.stages()).containsExactly("preflight", "xsrf", "preflight");
    }

    @Test
    void tokenlessTokenAnswerIsAskedForAgain() {
        SimulatedMac mac = macs.mac("2026.7.1");
        Answer empty = new Answer(200, Map.of(), new byte[0]);
        server.next.addAll(List.of(status(403), empty, status(403), empty));
        assertThat(mac.sync().succeeded()).isTrue();
        assertThat(server.stages()).startsWith("preflight", "xsrf", "preflight", "xsrf", "preflight", "ruledownload");
    }

    @Test
    void refusedTokenMakesTheFirstForbiddenFinal() {
        server.next.addAll(List.of(status(403), status(500)));
        assertThat(macs.mac("2026.7.1").sync().failure()).contains("403");
        assertThat(server.stages()).containsExactly("preflight", "xsrf");
    }

    @Test
    void answerThatCannotBeReadEndsTheSync() {
        server.next.add(new Answer(200, Map.of(), "<html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(macs.mac("2026.7.1").sync().failure()).startsWith("preflight: not JSON");
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void doctorGetsTheServersStatus() throws IOException {
        server.next.add(status(400));
        assertThat(macs.mac("2026.7.1").doctor()).isEqualTo(400);
        assertThat(server.requests.getFirst().stage()).isEqualTo("preflight");
    }

    @Test
    void profileHeadersPassButForTheReservedOnes() {
        macs.mac(TestMacs.profile("2026.7.1")
                        .header("Authorization", "Bearer x")
                        .header("content-type", "text/plain"))
                .sync();
        assertThat(server.requests.getFirst().headers())
                .containsEntry("Authorization", "Bearer x")
                .containsEntry("Content-Type", "application/json");
    }

    @Test
    void plainHttpIsForThisMachineOnly() {
        MacProfile.Builder profile = MacProfile.of(URI.create("http://sync.example.test/x"), "mac-1");
        assertThat(macs.mac(profile).sync().failure()).contains("plain http");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void personIsToldOfAllowedSoftwareInNormalSyncsOnly() {
        SimulatedMac mac = macs.synced("LOCKDOWN");
        server.serve(rule("TEAMID", "ABCDEFGHIJ", "ALLOWLIST").text("notification_app_name", "Tinkerbox"));
        assertThat(mac.sync().notices()).containsExactly("Tinkerbox is now allowed");
        server.preflight.choice("sync_type", "CLEAN");
        assertThat(mac.sync().notices()).isEmpty();
    }

    @Test
    void pushedRuleSyncNeedsNoPreflight() {
        SimulatedMac mac = macs.synced("LOCKDOWN");
        server.serve(rule("TEAMID", "ABCDEFGHIJ", "ALLOWLIST"));
        assertThat(mac.syncRules().rulesProcessed()).isOne();
        assertThat(server.stages()).containsExactly("ruledownload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "x/../y", "100%", "ü"})
    void anyMachineIdIsOnePathSegment(String machineId) {
        new SimulatedMac(
                        MacProfile.of(TestMacs.BASE, machineId).build(),
                        call -> {
                            assertThat(call.uri().getRawPath()).startsWith("/santa/enrolment-secret/preflight/");
                            assertThat(call.uri().getRawPath().split("/")).hasSize(5);
                            assertThat(call.uri().getPath()).endsWith("/" + machineId);
                            return status(400);
                        },
                        macs.clock)
                .sync();
    }
}
