package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.testing.AnotherNode;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testkit.fleet.ManualClock;
import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.fleet.software.Software;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every figure of the sync, after real syncs with a server that counts from nothing. */
@ServerTest
final class SyncMetricsIT {

    private final SantaFixture fixture;
    private final PolicyPublisher publisher;

    @Autowired
    SyncMetricsIT(SantaFixture fixture, PolicyPublisher publisher) {
        this.fixture = fixture;
        this.publisher = publisher;
    }

    @Test
    void everyFigureTellsWhatHappened() {
        Map<String, Double> others = ofOthers();
        try (AnotherNode node = AnotherNode.start()) {
            FleetServer server = new FleetServer(fixture, publisher, node.port());
            SimulatedMac mac = mac(server, "mac");
            SimulatedMac late = mac(server, "late");
            mac.sync();
            late.sync();
            write(server, "ABCDEFGHIJ");
            write(server, "KLMNOPQRST");
            mac.execute(Software.unsigned("tool", "1"), "someone");
            mac.sync();

            Map<String, Double> figures = figures(node);

            assertThat(figures)
                    .containsEntry("gatehouse.santa.stage preflight 200", 3.0)
                    .containsEntry("gatehouse.santa.stage ruledownload 200", 3.0)
                    .containsEntry("gatehouse.santa.stage postflight 200", 3.0)
                    .containsEntry("gatehouse.santa.stage eventupload 200", 1.0)
                    .containsEntry("gatehouse.santa.events.stored", 1.0)
                    .containsEntry("gatehouse.santa.events.waiting", 0.0)
                    .containsEntry("gatehouse.santa.events.dropped no-hash", 0.0)
                    .containsEntry("gatehouse.santa.events.dropped unknown-kind", 0.0)
                    .containsEntry("gatehouse.santa.rules.sent", 4.0)
                    .containsEntry("gatehouse.santa.sync.write.waiting", 0.0)
                    .containsKey("gatehouse.santa.sync.write.group");
            assertThat(figures.get("gatehouse.santa.devices.behind") - others.get("gatehouse.santa.devices.behind"))
                    .isEqualTo(1);
            assertThat(figures.get("gatehouse.santa.rules.behind") - others.get("gatehouse.santa.rules.behind"))
                    .isEqualTo(2);
            assertThat(figures.keySet().stream().map(name -> name.split(" ")[0]).distinct())
                    .as("a new figure is read here, too")
                    .containsExactlyInAnyOrder(
                            "gatehouse.santa.devices.behind",
                            "gatehouse.santa.events.dropped",
                            "gatehouse.santa.events.stored",
                            "gatehouse.santa.events.waiting",
                            "gatehouse.santa.rules.behind",
                            "gatehouse.santa.rules.sent",
                            "gatehouse.santa.stage",
                            "gatehouse.santa.sync.write.group",
                            "gatehouse.santa.sync.write.waiting");
        }
    }

    /** A node counts what is behind once a minute: what other tests left is counted by one of its own. */
    private static Map<String, Double> ofOthers() {
        try (AnotherNode node = AnotherNode.start()) {
            return figures(node);
        }
    }

    private static void write(FleetServer server, String team) {
        server.write(
                IntendedPolicy.Rule.of(new IntendedPolicy.Organization(), RuleType.TEAMID, team, RulePolicy.BLOCKLIST));
    }

    private static SimulatedMac mac(FleetServer server, String id) {
        return new SimulatedMac(
                server.newMac(id).build(),
                HttpTransport.shared(),
                new ManualClock(Instant.parse("2026-08-01T08:00:00Z")));
    }

    /** By name and tags; of those that count and measure the count. */
    private static Map<String, Double> figures(AnotherNode node) {
        Map<String, Double> figures = new TreeMap<>();
        node.bean(MeterRegistry.class).getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("gatehouse.santa."))
                .forEach(meter -> figures.put(name(meter), value(meter)));
        return figures;
    }

    private static String name(Meter meter) {
        StringBuilder name = new StringBuilder(meter.getId().getName());
        meter.getId().getTags().forEach(tag -> name.append(' ').append(tag.getValue()));
        return name.toString();
    }

    private static double value(Meter meter) {
        return StreamSupport.stream(meter.measure().spliterator(), false)
                .filter(measurement ->
                        measurement.getStatistic() == Statistic.COUNT || measurement.getStatistic() == Statistic.VALUE)
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
