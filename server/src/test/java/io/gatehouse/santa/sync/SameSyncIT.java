package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testkit.fleet.ClientMode;
import io.gatehouse.testkit.fleet.ManualClock;
import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.SyncReport;
import io.gatehouse.testkit.fleet.SyncType;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.fleet.software.Software;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The later stages of a sync go by what its preflight told, not by what was known before it. */
@ServerTest
final class SameSyncIT {

    private final SantaFixture fixture;
    private final PolicyPublisher publisher;
    private FleetServer server;

    @LocalServerPort
    private int port;

    @Autowired
    SameSyncIT(SantaFixture fixture, PolicyPublisher publisher) {
        this.fixture = fixture;
        this.publisher = publisher;
    }

    @BeforeEach
    void aServerWithAnExpression() {
        server = new FleetServer(fixture, publisher, port);
        server.write(new IntendedPolicy.Rule(
                new IntendedPolicy.Organization(),
                RuleType.CERTIFICATE,
                "a".repeat(64),
                RulePolicy.CEL,
                "euid == 0 ? BLOCKLIST : ALLOWLIST",
                null));
    }

    @Test
    void aMacThatARestoredBackupDoesNotKnowKeepsItsExpressions() {
        SimulatedMac mac = mac(ClientMode.LOCKDOWN);
        mac.sync();
        server.forgetDevice("mac");

        SyncReport again = mac.sync();

        assertThat(again.failure()).isEmpty();
        assertThat(again.rulesReceived()).isZero();
        assertThat(mac.rules()).hasSize(1);
        assertThat(server.column("mac", "hash_state")).isEqualTo("EXACT");
    }

    @Test
    void aStandaloneMacsOwnRulesAreNoDriftInItsFirstSyncEither() {
        SimulatedMac mac = mac(ClientMode.STANDALONE);
        mac.allowLocally(Software.unsigned("own", "1"));
        mac.requireClean(SyncType.NORMAL);

        assertThat(mac.sync().failure()).isEmpty();

        assertThat(server.column("mac", "hash_state")).isEqualTo("LOCAL_RULES");
    }

    private SimulatedMac mac(ClientMode mode) {
        return new SimulatedMac(
                server.newMac("mac").version("2026.7.1").initialMode(mode).build(),
                HttpTransport.shared(),
                new ManualClock(Instant.parse("2026-08-01T08:00:00Z")));
    }
}
