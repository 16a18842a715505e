package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.testing.AnotherNode;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testkit.fleet.MacProfile;
import io.gatehouse.testkit.fleet.history.History;
import io.gatehouse.testkit.fleet.history.Outcome;
import io.gatehouse.testkit.fleet.history.ServerUnderTest;
import io.gatehouse.testkit.fleet.net.Call;
import io.gatehouse.testkit.fleet.net.FaultyNetwork;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import io.gatehouse.testkit.fleet.net.Transport;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Histories with two nodes behind a balancer that chooses for each request, of which one is restarted now and then: what a
 * node remembers must never be needed, nor do harm.
 */
@ServerTest
final class SyncNodesIT {

    private static final FaultyNetwork.Plan BAD = new FaultyNetwork.Plan(3, 3, 3, 3);
    private static final int HISTORIES = Boolean.getBoolean("gatehouse.soak") ? 40 : 2;
    private static final int STEPS = 60;

    private final SantaFixture fixture;
    private final PolicyPublisher publisher;

    @LocalServerPort
    private int port;

    @Autowired
    SyncNodesIT(SantaFixture fixture, PolicyPublisher publisher) {
        this.fixture = fixture;
        this.publisher = publisher;
    }

    @Test
    void macsEndUpRightWhicheverNodeServesThem() {
        HttpTransport http = HttpTransport.shared();
        for (long seed = 101; seed < 101 + HISTORIES; seed++) {
            try (TwoNodes nodes = new TwoNodes(new FleetServer(fixture, publisher, port))) {
                Random random = new Random(seed);
                Transport balanced = call -> http.send(random.nextBoolean() ? call : nodes.elsewhere(call));
                Outcome outcome = new History(seed, 4, nodes, balanced, BAD, Instant.parse("2026-08-01T08:00:00Z"))
                        .play(STEPS, http);
                assertThat(outcome.asIntended())
                        .as("seed %d: %s", seed, outcome)
                        .isTrue();
                assertThat(outcome.syncs())
                        .as("seed %d: successful syncs", seed)
                        .isGreaterThanOrEqualTo(5);
                assertThat(outcome.faults()).as("seed %d: faults", seed).isGreaterThanOrEqualTo(3);
            }
        }
    }

    /** Changes go through the first node; the second is the one that crashes. */
    private static final class TwoNodes implements ServerUnderTest, AutoCloseable {

        private final FleetServer first;
        private AnotherNode second = AnotherNode.start();

        TwoNodes(FleetServer first) {
            this.first = first;
        }

        Call elsewhere(Call call) {
            URI uri = call.uri();
            URI there = URI.create("http://127.0.0.1:" + second.port() + uri.getRawPath());
            return new Call(there, call.headers(), call.body(), call.timeout());
        }

        @Override
        public void createTags(List<String> names) {
            first.createTags(names);
        }

        @Override
        public void standalone() {
            first.standalone();
        }

        @Override
        public MacProfile.Builder newMac(String machineId) {
            return first.newMac(machineId);
        }

        @Override
        public void setTags(String machineId, Set<String> tags) {
            first.setTags(machineId, tags);
        }

        @Override
        public void write(IntendedPolicy.Rule rule) {
            first.write(rule);
        }

        @Override
        public void delete(IntendedPolicy.Rule rule) {
            first.delete(rule);
        }

        @Override
        public void crash() {
            second.close();
            second = AnotherNode.start();
        }

        @Override
        public void close() {
            second.close();
        }
    }
}
