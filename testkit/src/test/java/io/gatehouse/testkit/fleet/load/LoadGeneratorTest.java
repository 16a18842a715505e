package io.gatehouse.testkit.fleet.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.testkit.fleet.WireFormat;
import io.gatehouse.testkit.fleet.policy.RuleSet;
import io.gatehouse.testkit.fleet.wire.Compression;
import io.gatehouse.testkit.fleet.wire.JsonCodec;
import io.gatehouse.testkit.fleet.wire.Message;
import io.gatehouse.testkit.fleet.wire.Protocol;
import io.gatehouse.testkit.fleet.wire.WireException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
    private static final LoadWire JSON = new LoadWire(WireFormat.JSON, true);
    private static final byte[] ONE_RULE =
            "{\"rules\":[{\"identifier\":\"ABCDEFGHIJ\",\"policy\":\"BLOCKLIST\",\"rule_type\":\"TEAMID\"}]}"
                    .getBytes(StandardCharsets.UTF_8);

    private final Set<String> hashes = ConcurrentHashMap.newKeySet();
    private final Set<String> events = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer server;
    private LoadDevices devices;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/santa/s");
        devices = new LoadDevices(List.of(base), 40, "test");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String stage = exchange.getRequestURI().getPath().split("/")[3];
        boolean refused = refusals.getAndDecrement() > 0;
        byte[] answer = stage.equals("ruledownload") ? ONE_RULE : new byte[0];
        read(stage, body);
        exchange.sendResponseHeaders(refused ? 503 : 200, answer.length == 0 ? -1 : 0);
        if (answer.length > 0) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private void read(String stage, byte[] body) throws IOException {
        try {
            byte[] plain = Compression.unpack("deflate", body);
            if (stage.equals("postflight")) {
                hashes.add(decode("PostflightRequest", plain).text("rules_hash"));
            } else if (stage.equals("eventupload")) {
                decode("EventUploadRequest", plain).messages("events").forEach(event -> events.add(event.toString()));
            }
        } catch (WireException e) {
            throw new IOException(e);
        }
    }

    private static Message decode(String name, byte[] body) throws WireException {
        return new JsonCodec(false).decode(Protocol.message(name), body);
    }

    @Test
    void everyMacSyncsOnceAndHoldsWhatItTook() throws InterruptedException {
        LoadReport report = new LoadGenerator(devices, JSON, 4, false).oneSyncEach();
        assertThat(report.firstFailure()).isNull();
        assertThat(report.syncs()).isEqualTo(40);
        assertThat(report.rules()).isEqualTo(40);
        assertThat(devices.rules(39).rows()).hasSize(1);
        assertThat(devices.rules(39)).isSameAs(devices.rules(0));
        assertThat(hashes).containsExactly(devices.rules(0).hash());
        assertThat(report.bodyBytesSent()).isPositive();
        assertThat(report.latency("preflight").count()).isEqualTo(40);
    }

    @Test
    void keepsToItsRateAndStops() throws InterruptedException {
        LoadReport report = new LoadGenerator(devices, JSON, 4, true).syncs(100, Duration.ofMillis(300));
        assertThat(report.syncs()).isBetween(1L, 30L);
        assertThat(report.failures()).isZero();
    }

    @Test
    void failuresAreCountedAndTheRunGoesOn() throws InterruptedException {
        refusals.set(5);
        LoadReport report = new LoadGenerator(devices, JSON, 2, false).oneSyncEach();
        assertThat(report.failures()).isEqualTo(5);
        assertThat(report.syncs()).isEqualTo(35);
        assertThat(report.firstFailure()).contains("503");
    }

    @Test
    void everyEventIsUploadedOnce() throws InterruptedException {
        EventBatches batches = new EventBatches(devices, JSON, 20, 10, Instant.parse("2026-08-01T08:00:00Z"));
        LoadReport report = new LoadGenerator(devices, JSON, 4, false).events(batches, 0);
        assertThat(report.events()).isEqualTo(200);
        assertThat(events).hasSize(200);
    }

    @Test
    void macsMayHoldRulesFromTheStart() throws WireException {
        List<Message> rules = new JsonCodec(false)
                .decode(Protocol.message("RuleDownloadResponse"), ONE_RULE)
                .messages("rules");
        RuleSet held = RuleSet.EMPTY.after(false, rules);
        devices.hold(devices.syncBaseUrl(0), held);
        assertThat(devices.preflight(3).text("rules_hash")).isEqualTo(held.hash());
        assertThat(devices.preflight(3).number("teamid_rule_count")).isOne();
        assertThat(devices.machineId(3)).isNotEqualTo(devices.machineId(4));
    }

    @Test
    void percentilesAreWithinThreePerCent() {
        Histogram histogram = new Histogram();
        for (int value = 1; value <= 10_000; value++) {
            histogram.record(value * 1000L);
        }
        assertThat(histogram.percentile(50).toNanos()).isBetween(5_000_000L, 5_160_000L);
        assertThat(histogram.percentile(99).toNanos()).isBetween(9_900_000L, 10_210_000L);
        assertThat(new Histogram().percentile(95)).isZero();
    }
}
