package io.gatehouse.testkit.fleet;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Macs for tests, all of them on a clock that nobody waits for. */
public final class TestMacs {
    public static final Instant START = Instant.parse("2026-08-01T08:00:00Z");
    public static final URI BASE = URI.create("http://localhost/santa/enrolment-secret");

    public final StubServer server = new StubServer();
    public final ManualClock clock = new ManualClock(START);

    public SimulatedMac mac(String version) {
        return mac(profile(version));
    }

    public SimulatedMac mac(MacProfile.Builder profile) {
        return new SimulatedMac(profile.build(), server, clock);
    }

    public static MacProfile.Builder profile(String version) {
        return MacProfile.of(BASE, "mac-1").version(version).owner("robin", "design");
    }

    /** A Mac that has had its first clean sync, in the mode that the server now says. */
    public SimulatedMac synced(String mode) {
        server.preflight.choice("client_mode", mode).choice("sync_type", "CLEAN");
        server.serve(StubServer.rule("BINARY", "0".repeat(64), "REMOVE"));
        SimulatedMac mac = mac("2026.7.1");
        mac.sync();
        server.preflight.choice("sync_type", "NORMAL");
        server.pages = List.of();
        server.requests.clear();
        return mac;
    }
}
