package io.gatehouse.testkit.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.software.App;
import io.gatehouse.testkit.fleet.software.Binary;
import io.gatehouse.testkit.fleet.software.Launch;
import io.gatehouse.testkit.fleet.software.Software;
import io.gatehouse.testkit.fleet.wire.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final Binary TOOL = Software.unsigned("some-tool", "1");
    private final TestMacs macs = new TestMacs();
    private final StubServer server = macs.server;

    private List<Message> uploaded() {
        return server.of("eventupload").stream()
                .flatMap(request -> request.body().messages("events").stream())
                .toList();
    }

    @Test
    void blockIsUploadedAtOnceButNotAgainForTenMinutes() {
        SimulatedMac mac = macs.synced("LOCKDOWN");
        assertThat(mac.execute(TOOL, "robin").decision()).isEqualTo("BLOCK_UNKNOWN");
        assertThat(server.stages()).containsExactly("eventupload");
        assertThat(mac.unsentEvents()).isZero();
        mac.execute(TOOL, "robin");
        assertThat(server.stages()).hasSize(1);
        assertThat(mac.unsentEvents()).isOne();
        macs.clock.advance(Duration.ofMinutes(10));
        mac.execute(TOOL, "robin");
        assertThat(server.stages()).hasSize(2);
        assertThat(uploaded().getFirst().text("file_sha256")).isEqualTo(TOOL.sha256());
    }

    @Test
    void eventsStayUntilTheServerTookThem() {
        SimulatedMac mac = macs.synced("LOCKDOWN");
        server.next.add(StubServer.status(400));
        mac.execute(TOOL, "robin");
        assertThat(mac.unsentEvents()).isOne();
        server.next.add(new Answer(200, Map.of(), new byte[0]));
        server.next.add(StubServer.status(400));
        SyncReport report = mac.sync();
        assertThat(report.succeeded()).isTrue();
        assertThat(report.eventsUploaded()).isFalse();
        assertThat(mac.unsentEvents()).isOne();
        assertThat(mac.sync().eventsUploaded()).isTrue();
        assertThat(mac.unsentEvents()).isZero();
    }

    @Test
    void allowedRepeatsAreReportedEveryFourHours() {
        SimulatedMac mac = macs.synced("MONITOR");
        mac.execute(TOOL, "robin");
        mac.sync();
        mac.execute(TOOL, "robin");
        assertThat(mac.unsentEvents()).isZero();
        macs.clock.advance(Duration.ofHours(4));
        mac.execute(TOOL, "robin");
        assertThat(mac.unsentEvents()).isOne();
    }

    @Test
    void oneEventPerFileBetweenUploads() {
        SimulatedMac mac = macs.synced("MONITOR");
        mac.execute(TOOL, "robin");
        macs.clock.advance(Duration.ofHours(5));
        mac.execute(TOOL, "sam");
        assertThat(mac.unsentEvents()).isOne();
    }

    @Test
    void settingsDecideWhichAllowedExecutionsAreReported() {
        SimulatedMac mac = macs.synced("MONITOR");
        mac.execute(Software.platform("ls"), "robin");
        assertThat(mac.unsentEvents()).isZero();
        server.preflight.flag("disable_unknown_event_upload", true);
        mac.sync();
        mac.execute(TOOL, "robin");
        assertThat(mac.unsentEvents()).isZero();
        server.preflight.flag("enable_all_event_upload", true);
        mac.sync();
        mac.execute(Software.platform("ssh"), "robin");
        assertThat(mac.unsentEvents()).isOne();
    }

    @Test
    void batchesAreAsLargeAsTheServerSays() {
        SimulatedMac mac = macs.synced("MONITOR");
        IntStream.range(0, 7).forEach(index -> mac.execute(Software.unsigned("tool " + index, "1"), "robin"));
        mac.accessFile(new FileAccess("ChromeCookies", "1", "/Users/robin/Library/Cookies", TOOL));
        server.preflight.number("batch_size", 3);
        mac.sync();
        List<Message> batches =
                server.of("eventupload").stream().map(StubServer.Request::body).toList();
        assertThat(batches).extracting(batch -> batch.messages("events").size()).containsExactly(3, 3, 1);
        assertThat(batches.getLast().messages("file_access_events")).hasSize(1);
    }

    @Test
    void bundleIsHashedAndSentWhenWanted() throws NoSuchAlgorithmException {
        App app = Software.app(Software.maker("Tinker and Sons"), "Tinkerbox", "0.8", 3);
        server.preflight.flag("enable_bundles", true);
        SimulatedMac mac = macs.synced("LOCKDOWN");
        server.wantedBundles = List.of(app.bundleHash());
        mac.execute(Launch.of(app, "robin"));
        List<Message> events = uploaded();
        assertThat(events)
                .extracting(event -> event.choice("decision"))
                .containsExactly(
                        "BLOCK_UNKNOWN",
                        "BLOCK_UNKNOWN",
                        "BUNDLE_BINARY",
                        "BUNDLE_BINARY",
                        "BUNDLE_BINARY",
                        "BUNDLE_BINARY");
        assertThat(events.get(0).has("file_bundle_hash")).isFalse();
        assertThat(events.get(1).number("file_bundle_binary_count")).isEqualTo(4);
        assertThat(events.get(5).has("execution_time")).isFalse();
        String recomputed = sha256(events.subList(2, 6).stream()
                .map(event -> event.text("file_sha256"))
                .sorted()
                .reduce("", String::concat));
        assertThat(events.get(5).text("file_bundle_hash")).isEqualTo(recomputed);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    @Test
    void unwantedBundleSendsNoMembers() {
        server.preflight.flag("enable_bundles", true);
        SimulatedMac mac = macs.synced("LOCKDOWN");
        mac.execute(Launch.of(Software.officeApps().getFirst(), "robin"));
        assertThat(uploaded()).hasSize(2);
    }

    @Test
    void detailsFollowTheRelease() {
        App app = Software.officeApps().getFirst();
        for (String version : List.of("2023.8", "2025.3", "2026.7.1")) {
            SimulatedMac mac = macs.mac(version);
            mac.execute(Launch.of(app, "robin"));
            mac.execute(TOOL, "robin");
            server.preflight.choice("sync_type", "NORMAL");
            mac.sync();
        }
        List<Message> events = uploaded();
        assertThat(events)
                .extracting(event -> event.has("entitlement_info"))
                .containsExactly(false, false, true, false, true, false);
        assertThat(events)
                .extracting(event -> event.number("signing_time") > 0)
                .containsExactly(false, false, false, false, true, false);
        assertThat(events.get(1).text("quarantine_data_url")).endsWith("some-tool.zip");
    }

    @Test
    void pushedSyncSaysSo() {
        SimulatedMac mac = macs.mac(TestMacs.profile("2026.7.1").pushToken("token"));
        mac.syncPushed();
        mac.sync();
        assertThat(server.of("preflight"))
                .extracting(request -> request.body().flag("push_notification_sync"))
                .containsExactly(true, false);
        assertThat(server.of("preflight").getFirst().body().text("push_notification_token"))
                .isEqualTo("token");
    }

    @Test
    void fileAccessesFollowTheServersOverride() {
        FileAccess access = new FileAccess("Keychains", "2", "/Users/robin/Library/Keychains/x", TOOL);
        SimulatedMac mac = macs.synced("MONITOR");
        mac.accessFile(access);
        server.preflight.choice("override_file_access_action", "AUDIT_ONLY");
        mac.sync();
        mac.accessFile(access);
        server.preflight.choice("override_file_access_action", "DISABLE");
        mac.sync();
        mac.accessFile(access);
        assertThat(mac.unsentEvents()).isZero();
        assertThat(server.of("eventupload"))
                .flatExtracting(request -> request.body().messages("file_access_events"))
                .extracting(event -> event.choice("decision"))
                .containsExactly("FILE_ACCESS_DECISION_DENIED", "FILE_ACCESS_DECISION_AUDIT_ONLY");
    }
}
