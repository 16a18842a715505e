package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testkit.fleet.ManualClock;
import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.SyncReport;
import io.gatehouse.testkit.fleet.SyncType;
import io.gatehouse.testkit.fleet.history.History;
import io.gatehouse.testkit.fleet.history.Outcome;
import io.gatehouse.testkit.fleet.net.FaultyNetwork;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleType;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Simulated Macs against the server, over HTTP; the oracle of the testkit tells whether each holds what it shall. */
@ServerTest
final class SyncFleetIT {

    private static final FaultyNetwork.Plan BAD = new FaultyNetwork.Plan(5, 5, 5, 5);
    private static final Instant START = Instant.parse("2026-08-01T08:00:00Z");
    /** Histories and their length; {@code make soak} plays more. */
    private static final int HISTORIES = Boolean.getBoolean("gatehouse.soak") ? 400 : 8;

    private static final int STEPS = 80;

    private final SantaFixture fixture;
    private final PolicyPublisher publisher;
    private final HttpTransport http = HttpTransport.shared();
    private final ManualClock clock = new ManualClock(START);

    @LocalServerPort
    private int port;

    @Autowired
    SyncFleetIT(SantaFixture fixture, PolicyPublisher publisher) {
        this.fixture = fixture;
        this.publisher = publisher;
    }

    @Test
    void everyMacHoldsWhatItShallAfterAnyHistory() {
        int ownRules = 0;
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Outcome outcome = new History(seed, 5, server(), http, BAD, START).play(STEPS, http);
            assertThat(outcome.asIntended()).as("seed %d: %s", seed, outcome).isTrue();
            assertThat(outcome.syncs()).as("seed %d: successful syncs", seed).isGreaterThanOrEqualTo(5);
            assertThat(outcome.faults()).as("seed %d: faults", seed).isGreaterThanOrEqualTo(5);
            ownRules += outcome.ownRules();
        }
        assertThat(ownRules).as("rules that Macs made").isPositive();
    }

    @Test
    void aRuleReachesAMacWithItsNextSyncAndOnlyOnce() {
        FleetServer server = server();
        SimulatedMac mac = mac(server, "2026.7.1");
        assertThat(mac.sync().succeeded()).isTrue();
        server.write(rule("ABCDEFGHIJ", RulePolicy.BLOCKLIST));

        SyncReport taking = mac.sync();
        SyncReport after = mac.sync();

        assertThat(taking.failure()).isEmpty();
        assertThat(taking.rulesReceived()).isEqualTo(1);
        assertThat(taking.type()).isEqualTo(SyncType.NORMAL);
        assertThat(after.rulesReceived()).isZero();
        assertThat(server.column(mac.profile().machineId(), "hash_state")).isEqualTo("EXACT");
        assertThat(server.column(mac.profile().machineId(), "rules_hash")).isEqualTo(mac.rulesHash());
    }

    @Test
    void aMacThatLostARuleIsHealedWithoutACleanSync() {
        FleetServer server = server();
        SimulatedMac mac = mac(server, "2026.7.1");
        mac.sync();
        server.write(rule("ABCDEFGHIJ", RulePolicy.BLOCKLIST));
        server.write(rule("KLMNOPQRST", RulePolicy.ALLOWLIST));
        mac.sync();
        mac.loseRules();
        mac.requireClean(SyncType.NORMAL);

        SyncReport healing = mac.sync();

        assertThat(healing.type()).isEqualTo(SyncType.NORMAL);
        assertThat(healing.rulesReceived()).isEqualTo(2);
        assertThat(server.column(mac.profile().machineId(), "hash_state")).isEqualTo("EXACT");
    }

    @Test
    void aCleanSyncOfAnEmptyPolicyStillCleans() {
        FleetServer server = server();
        SimulatedMac mac = mac(server, "2026.7.1");
        IntendedPolicy.Rule only = rule("ABCDEFGHIJ", RulePolicy.BLOCKLIST);
        server.write(only);
        mac.sync();
        server.delete(only);
        mac.requireClean(SyncType.CLEAN);

        SyncReport clean = mac.sync();

        assertThat(clean.type()).isEqualTo(SyncType.CLEAN);
        assertThat(clean.rulesReceived()).isEqualTo(1);
        assertThat(mac.rules()).isEmpty();
        assertThat(mac.neededSync()).isEqualTo(SyncType.NORMAL);
        assertThat(server.column(mac.profile().machineId(), "hash_state")).isEqualTo("EXACT");
    }

    @Test
    void aTagMovesAMacToAnotherPolicyWithoutCleaning() {
        FleetServer server = server();
        server.createTags(java.util.List.of("pilot"));
        SimulatedMac mac = mac(server, "2026.7.1");
        server.write(rule("ABCDEFGHIJ", RulePolicy.BLOCKLIST));
        server.write(new IntendedPolicy.Rule(
                new IntendedPolicy.Tag("pilot", 0), RuleType.TEAMID, "ABCDEFGHIJ", RulePolicy.ALLOWLIST, "", null));
        mac.sync();
        server.setTags(mac.profile().machineId(), Set.of("pilot"));

        SyncReport moved = mac.sync();

        assertThat(moved.type()).isEqualTo(SyncType.NORMAL);
        assertThat(moved.rulesReceived()).isEqualTo(1);
        assertThat(mac.rules())
                .singleElement()
                .satisfies(row -> assertThat(row.policy()).isEqualTo(RulePolicy.ALLOWLIST));
        assertThat(server.column(mac.profile().machineId(), "hash_state")).isEqualTo("EXACT");
    }

    @Test
    void pastSyncsLieInThePartitionOfTheirWeek() {
        FleetServer server = server();
        mac(server, "2026.7.1").sync();

        String home = fixture.write(
                server.scope(),
                () -> fixture.jdbc()
                        .sql("select tableoid::regclass::text from santa.sync_session")
                        .query(String.class)
                        .single());
        assertThat(home).matches("santa\\.sync_session_\\d{8}");
    }

    private FleetServer server() {
        return new FleetServer(fixture, publisher, port);
    }

    private SimulatedMac mac(FleetServer server, String version) {
        return new SimulatedMac(
                server.newMac("mac-" + server.scope().organization())
                        .version(version)
                        .build(),
                http,
                clock);
    }

    private static IntendedPolicy.Rule rule(String team, RulePolicy policy) {
        return IntendedPolicy.Rule.of(new IntendedPolicy.Organization(), RuleType.TEAMID, team, policy);
    }
}
