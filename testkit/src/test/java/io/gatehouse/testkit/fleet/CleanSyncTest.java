package io.gatehouse.testkit.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.software.Binary;
import io.gatehouse.testkit.fleet.software.Software;
import io.gatehouse.testkit.fleet.wire.Message;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanSyncTest {
    private static final String TEAM = "ABCDEFGHIJ";
    private final TestMacs macs = new TestMacs();

    @ParameterizedTest
    @CsvSource({
        "NORMAL,,false,NORMAL",
        "NORMAL,NORMAL,false,NORMAL",
        "NORMAL,CLEAN,false,CLEAN",
        "NORMAL,CLEAN_ALL,false,CLEAN_ALL",
        "CLEAN,,false,NORMAL",
        "CLEAN,NORMAL,false,NORMAL",
        "CLEAN,CLEAN,false,CLEAN",
        "CLEAN,CLEAN_ALL,false,CLEAN_ALL",
        "CLEAN_ALL,,false,NORMAL",
        "CLEAN_ALL,NORMAL,false,NORMAL",
        "CLEAN_ALL,CLEAN,false,CLEAN_ALL",
        "CLEAN_ALL,CLEAN_ALL,false,CLEAN_ALL",
        "NORMAL,,true,CLEAN",
        "CLEAN,,true,CLEAN",
        "CLEAN_ALL,,true,CLEAN_ALL",
        "NORMAL,NORMAL,true,NORMAL",
        "CLEAN,NORMAL,true,NORMAL",
        "NORMAL,CLEAN_ALL,true,CLEAN_ALL",
        "CLEAN,CLEAN_STANDALONE,false,NORMAL",
        "NORMAL,CLEAN_RULES,false,NORMAL",
        "CLEAN_ALL,CLEAN_FILE_ACCESS_RULES,false,NORMAL"
    })
    void clientAndServerAgree(SyncType needed, String said, boolean deprecated, SyncType expected) {
        Message answer = Message.of("PreflightResponse").flag("clean_sync", deprecated);
        if (said != null) {
            answer.choice("sync_type", said);
        }
        assertThat(SyncType.agree(needed, answer, ClientVersion.NEWEST)).isEqualTo(expected);
    }

    private SimulatedMac withRules() {
        SimulatedMac mac = macs.synced("STANDALONE");
        macs.server.preflight.flag("enable_transitive_rules", true);
        Binary compiler = Software.adHoc("compiler", "1");
        macs.server.serve(
                StubServer.rule("TEAMID", TEAM, "BLOCKLIST"),
                StubServer.rule("BINARY", compiler.sha256(), "ALLOWLIST_COMPILER"));
        mac.sync();
        mac.compile(compiler, Software.unsigned("product", "1"));
        mac.allowLocally(Software.unsigned("mine", "1"));
        assertThat(mac.rules())
                .extracting(RuleRow::policy)
                .containsExactly(
                        RulePolicy.BLOCKLIST,
                        RulePolicy.ALLOWLIST_COMPILER,
                        RulePolicy.TRANSITIVE,
                        RulePolicy.LOCAL_BINARY);
        macs.server.serve(StubServer.rule("TEAMID", "KLMNOPQRST", "ALLOWLIST"));
        return mac;
    }

    @Test
    void cleanKeepsTransitiveRulesAlone() {
        SimulatedMac mac = withRules();
        macs.server.preflight.choice("sync_type", "CLEAN");
        assertThat(mac.sync().type()).isEqualTo(SyncType.CLEAN);
        assertThat(mac.rules())
                .extracting(RuleRow::policy)
                .containsExactly(RulePolicy.TRANSITIVE, RulePolicy.ALLOWLIST);
    }

    @Test
    void cleanAllKeepsNothing() {
        SimulatedMac mac = withRules();
        macs.server.preflight.choice("sync_type", "CLEAN_ALL");
        mac.sync();
        assertThat(mac.rules()).extracting(RuleRow::identifier).containsExactly("KLMNOPQRST");
    }

    @Test
    void withoutRulesNothingIsCleanedYetTheWishIsForgotten() {
        SimulatedMac mac = withRules();
        mac.requireClean(SyncType.CLEAN);
        macs.server.preflight.choice("sync_type", "CLEAN");
        macs.server.pages = List.of();
        mac.sync();
        assertThat(mac.rules()).hasSize(4);
        assertThat(mac.neededSync()).isEqualTo(SyncType.NORMAL);
    }

    @Test
    void refusedWishStays() {
        SimulatedMac mac = macs.mac("2026.7.1");
        macs.server.preflight.choice("sync_type", "NORMAL");
        assertThat(mac.sync().type()).isEqualTo(SyncType.NORMAL);
        assertThat(mac.neededSync()).isEqualTo(SyncType.CLEAN);
        assertThat(macs.server.of("preflight").getFirst().body().flag("request_clean_sync"))
                .isTrue();
    }

    @Test
    void cleanDropsUnsentEventsUnlessTheProfileKeepsThem() {
        for (boolean kept : new boolean[] {false, true}) {
            MacProfile.Builder profile = TestMacs.profile("2026.7.1");
            SimulatedMac mac = macs.mac(kept ? profile.uploadEventsOnClean() : profile);
            mac.execute(Software.unsigned("something", "1"), "robin");
            assertThat(mac.unsentEvents()).isOne();
            macs.server.preflight.choice("sync_type", "CLEAN");
            macs.server.requests.clear();
            mac.sync();
            assertThat(mac.unsentEvents()).isZero();
            assertThat(macs.server.of("eventupload")).hasSize(kept ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026.3.1,LOCKDOWN", "2026.4.1,MONITOR"})
    void cleanWipesSettingsInNewerReleases(String version, ClientMode expected) {
        SimulatedMac mac = macs.mac(version);
        macs.server.preflight.choice("client_mode", "LOCKDOWN");
        mac.sync();
        macs.server.preflight = Message.of("PreflightResponse").choice("sync_type", "CLEAN");
        mac.sync();
        assertThat(mac.settings().mode()).isEqualTo(expected);
    }

    @Test
    void anotherAddressAsksForAClean() {
        SimulatedMac mac = macs.synced("MONITOR");
        mac.moveTo(URI.create("http://127.0.0.1/other/"));
        assertThat(mac.neededSync()).isEqualTo(SyncType.CLEAN);
    }
}
