package io.gatehouse.testkit.fleet.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.fleet.FileAccess;
import io.gatehouse.testkit.fleet.MacClock;
import io.gatehouse.testkit.fleet.MacMemory;
import io.gatehouse.testkit.fleet.MacProfile;
import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.StubServer;
import io.gatehouse.testkit.fleet.SyncReport;
import io.gatehouse.testkit.fleet.SyncType;
import io.gatehouse.testkit.fleet.TestMacs;
import io.gatehouse.testkit.fleet.Verdict;
import io.gatehouse.testkit.fleet.software.Binary;
import io.gatehouse.testkit.fleet.software.Launch;
import io.gatehouse.testkit.fleet.software.Software;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FleetTest {
    private static final Binary TOOL = Software.unsigned("some-tool", "1");
    private final TestMacs macs = new TestMacs();

    private static Habit opens(Launch launch) {
        return new Habit(List.of(launch), List.of(), List.of(launch), List.of(), 100, Duration.ofHours(1));
    }

    @Test
    void whatWasBlockedIsTriedAgainAfterASync() {
        SimulatedMac mac = macs.mac("2026.7.1");
        List<String> told = new ArrayList<>();
        FleetListener listener = new FleetListener() {
            @Override
            public void blocked(SimulatedMac which, Launch launch, Verdict verdict) {
                told.add("blocked " + verdict.decision());
            }

            @Override
            public void ranAfterBlock(SimulatedMac which, Launch launch, Verdict verdict) {
                told.add("ran " + verdict.decision());
            }
        };
        macs.server.preflight.choice("client_mode", "LOCKDOWN");
        Resident resident = new Resident(mac, opens(Launch.of(TOOL, "robin")), listener, 1);
        resident.sync();
        resident.sync();
        macs.server.serve(StubServer.rule("BINARY", TOOL.sha256(), "ALLOWLIST"));
        resident.sync();
        resident.sync();
        assertThat(told).containsExactly("blocked BLOCK_UNKNOWN", "ran ALLOW_BINARY");
    }

    @Test
    void everyMacSyncsAndStopsWhenTold() throws InterruptedException {
        CountDownLatch synced = new CountDownLatch(5);
        FleetListener listener = new FleetListener() {
            @Override
            public void synced(SimulatedMac mac, SyncReport report) {
                synced.countDown();
            }
        };
        Fleet fleet = new Fleet(MacClock.system(), listener, 1);
        for (int index = 0; index < 5; index++) {
            StubServer server = new StubServer();
            MacProfile profile = MacProfile.of(TestMacs.BASE, "mac-" + index).build();
            fleet.add(new SimulatedMac(profile, server, MacClock.system()), opens(Launch.of(TOOL, "robin")));
        }
        fleet.start(Duration.ofMillis(50));
        assertThat(synced.await(20, TimeUnit.SECONDS)).isTrue();
        fleet.close();
        assertThat(fleet.memories())
                .extracting(MacMemory::machineId)
                .containsExactly("mac-0", "mac-1", "mac-2", "mac-3", "mac-4");
    }

    @Test
    void macWakesWithWhatItRemembers() {
        SimulatedMac mac = macs.synced("LOCKDOWN");
        macs.server.serve(StubServer.rule("TEAMID", "ABCDEFGHIJ", "BLOCKLIST"));
        mac.sync();
        macs.server.next.add(StubServer.status(400));
        mac.execute(TOOL, "robin");
        mac.accessFile(new FileAccess("Keychains", "1", "/x", TOOL));
        SimulatedMac woken = SimulatedMac.resume(mac.profile(), macs.server, macs.clock, mac.memory());
        assertThat(woken.memory()).isEqualTo(mac.memory());
        assertThat(woken.unsentEvents()).isEqualTo(2);
        assertThat(woken.rulesHash()).isEqualTo(mac.rulesHash());
        assertThat(woken.neededSync()).isEqualTo(SyncType.NORMAL);
        MacProfile moved =
                MacProfile.of(URI.create("http://localhost/elsewhere"), "mac-1").build();
        assertThat(SimulatedMac.resume(moved, macs.server, macs.clock, mac.memory())
                        .neededSync())
                .isEqualTo(SyncType.CLEAN);
    }
}
