package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.testing.AnotherNode;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testkit.fleet.ManualClock;
import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.WireFormat;
import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import io.gatehouse.testkit.fleet.net.Transport;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.fleet.software.Software;
import io.gatehouse.testkit.fleet.wire.Compression;
import io.gatehouse.testkit.fleet.wire.WireException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A server that demands tokens and guards its answers, as few do: every stage must keep to it, every client must cope. */
@ServerTest
final class SyncOptionsIT {

    private static final String GUARD = ")]}'\n";

    private final SantaFixture fixture;
    private final PolicyPublisher publisher;
    private static AnotherNode strict;

    @Autowired
    SyncOptionsIT(SantaFixture fixture, PolicyPublisher publisher) {
        this.fixture = fixture;
        this.publisher = publisher;
    }

    @BeforeAll
    static void start() {
        strict = AnotherNode.start(
                "gatehouse.santa.sync.require-xsrf=true",
                "gatehouse.santa.sync.inclusion-guard=true",
                "gatehouse.santa.delivery.page-rules=1");
    }

    @AfterAll
    static void stop() {
        strict.close();
    }

    @Test
    void everyJsonAnswerIsGuardedAndTheClientReadsIt() {
        FleetServer server = server();
        Map<String, String> answers = new LinkedHashMap<>();
        Transport listening = call -> {
            Answer answer = HttpTransport.shared().send(call);
            String stage = call.uri().getPath().split("/")[3];
            if (answer.status() == 200 && !stage.equals("xsrf")) {
                answers.merge(stage, text(answer).substring(0, GUARD.length()), (a, b) -> a.equals(b) ? a : a + b);
            }
            return answer;
        };
        SimulatedMac mac = mac(server, "mac", WireFormat.JSON, listening);
        mac.execute(Software.unsigned("tool", "1"), "someone");

        assertThat(mac.sync().failure()).isEmpty();
        mac.execute(Software.unsigned("other tool", "1"), "someone");
        assertThat(mac.sync().failure()).isEmpty();

        assertThat(answers)
                .containsOnlyKeys("preflight", "eventupload", "ruledownload", "postflight")
                .allSatisfy((stage, start) -> assertThat(start).as(stage).isEqualTo(GUARD));
        assertThat(mac.rules()).hasSize(2);
    }

    @Test
    void protobufNeedsNoGuard() {
        SimulatedMac mac = mac(server(), "mac", WireFormat.PROTOBUF, HttpTransport.shared());

        assertThat(mac.sync().failure()).isEmpty();
        assertThat(mac.rules()).hasSize(2);
    }

    @Test
    void theDoctorNeedsNoTokenAndIsNotEnrolled() throws Exception {
        FleetServer server = server();

        assertThat(mac(server, "mac", WireFormat.JSON, HttpTransport.shared()).doctor())
                .isEqualTo(200);
        assertThat(devices(server.scope())).isZero();
    }

    @Test
    void underTheDoctorsNameNothingElseGoesWithoutAToken() throws Exception {
        FleetServer server = server();
        for (String stage : new String[] {"eventupload", "ruledownload", "postflight"}) {
            Answer answer = HttpTransport.shared()
                    .send(RawCalls.json(server.syncBaseUrl(), stage, "santactl-doctor-test", "{}"));
            assertThat(answer.status()).as(stage).isEqualTo(403);
        }
        assertThat(devices(server.scope())).isZero();
    }

    private FleetServer server() {
        FleetServer server = new FleetServer(fixture, publisher, strict.port());
        for (String team : new String[] {"ABCDEFGHIJ", "KLMNOPQRST"}) {
            server.write(IntendedPolicy.Rule.of(
                    new IntendedPolicy.Organization(), RuleType.TEAMID, team, RulePolicy.BLOCKLIST));
        }
        return server;
    }

    private static SimulatedMac mac(FleetServer server, String id, WireFormat format, Transport transport) {
        return new SimulatedMac(
                server.newMac(id).format(format).build(),
                transport,
                new ManualClock(Instant.parse("2026-08-01T08:00:00Z")));
    }

    private static String text(Answer answer) throws IOException {
        try {
            byte[] body = Compression.unpack(answer.header("content-encoding"), answer.body());
            return new String(body, StandardCharsets.UTF_8);
        } catch (WireException e) {
            throw new IOException(e);
        }
    }

    private int devices(OrganizationScope of) {
        return fixture.write(
                of,
                () -> fixture.jdbc()
                        .sql("select count(*) from santa.device")
                        .query(Integer.class)
                        .single());
    }
}
