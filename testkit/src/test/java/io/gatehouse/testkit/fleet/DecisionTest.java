package io.gatehouse.testkit.fleet;

import static io.gatehouse.testkit.fleet.StubServer.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.fleet.software.Binary;
import io.gatehouse.testkit.fleet.software.Launch;
import io.gatehouse.testkit.fleet.software.Software;
import io.gatehouse.testkit.fleet.wire.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private final Software.Maker maker = Software.maker("Stackyard");
    private final Binary signed = Software.tool(maker, "stackyard-cli", "1");
    private final TestMacs macs = new TestMacs();
    private final SimulatedMac mac = macs.synced("LOCKDOWN");

    private String decisionWith(Binary binary, Message... rules) {
        macs.server.serve(rules);
        mac.sync();
        return mac.execute(binary, "robin").decision();
    }

    private Message ruleFor(RuleType type, String policy) {
        return rule(type.name(), signed.identifier(type), policy);
    }

    @Test
    void narrowerTypeWinsWhateverItSays() {
        assertThat(decisionWith(signed, ruleFor(RuleType.TEAMID, "BLOCKLIST"))).isEqualTo("BLOCK_TEAMID");
        assertThat(decisionWith(signed, ruleFor(RuleType.CERTIFICATE, "ALLOWLIST")))
                .isEqualTo("ALLOW_CERTIFICATE");
        assertThat(decisionWith(signed, ruleFor(RuleType.SIGNINGID, "BLOCKLIST")))
                .isEqualTo("BLOCK_SIGNINGID");
        assertThat(decisionWith(signed, ruleFor(RuleType.BINARY, "ALLOWLIST"))).isEqualTo("ALLOW_BINARY");
        assertThat(decisionWith(signed, ruleFor(RuleType.CDHASH, "SILENT_BLOCKLIST")))
                .isEqualTo("BLOCK_CDHASH");
    }

    @Test
    void signatureDecidesWhatIsLookedUp() {
        Binary tampered = Software.tampered(maker, "fern", "1");
        assertThat(decisionWith(tampered, ruleFor(RuleType.TEAMID, "ALLOWLIST")))
                .isEqualTo("BLOCK_UNKNOWN");
        assertThat(decisionWith(tampered, rule("BINARY", tampered.sha256(), "ALLOWLIST")))
                .isEqualTo("ALLOW_BINARY");
        Binary adHoc = Software.adHoc("kubeview", "1");
        assertThat(decisionWith(adHoc, rule("CDHASH", adHoc.signature().cdhash(), "ALLOWLIST")))
                .isEqualTo("ALLOW_CDHASH");
    }

    @Test
    void pathsDecideAfterRulesAndBlockingFirst() {
        macs.server
                .preflight
                .text("allowed_path_regex", "^/Users/Shared/")
                .text("blocked_path_regex", "/Users/Shared/Downloads/evil");
        assertThat(decisionWith(Software.unsigned("good", "1"))).isEqualTo("ALLOW_SCOPE");
        assertThat(decisionWith(Software.unsigned("evil", "1"))).isEqualTo("BLOCK_SCOPE");
        macs.server.preflight.text("blocked_path_regex", "Downloads/evil");
        assertThat(decisionWith(Software.unsigned("evil", "2"))).isEqualTo("ALLOW_SCOPE");
        macs.server.preflight.text("allowed_path_regex", "");
        assertThat(decisionWith(Software.unsigned("good", "2"))).isEqualTo("BLOCK_UNKNOWN");
    }

    @Test
    void platformRunsUnlessARuleSaysOtherwise() {
        Binary shell = Software.platform("zsh");
        assertThat(decisionWith(shell)).isEqualTo("ALLOW_PLATFORM");
        assertThat(decisionWith(shell, rule("SIGNINGID", shell.identifier(RuleType.SIGNINGID), "BLOCKLIST")))
                .isEqualTo("BLOCK_SIGNINGID");
    }

    @Test
    void compilerRuleMeansNothingForATeam() {
        assertThat(decisionWith(signed, ruleFor(RuleType.TEAMID, "ALLOWLIST_COMPILER")))
                .isEqualTo("BLOCK_UNKNOWN");
    }

    @Test
    void celSeesArgumentsAndAFailureIsNoMatch() {
        macs.server.serve(ruleFor(RuleType.SIGNINGID, "CEL")
                .text("cel_expr", "args[1] == '--safe' ? ALLOWLIST : SILENT_BLOCKLIST"));
        mac.sync();
        assertThat(mac.execute(launch("--safe")).decision()).isEqualTo("ALLOW_SIGNINGID");
        Verdict verdict = mac.execute(launch("--wild"));
        assertThat(verdict.decision()).isEqualTo("BLOCK_SIGNINGID");
        assertThat(verdict.silent()).isTrue();
        assertThat(mac.execute(Launch.of(signed, "robin")).decision()).isEqualTo("BLOCK_UNKNOWN");
    }

    private Launch launch(String argument) {
        return new Launch(signed, null, "robin", List.of("stackyard", argument), Map.of(), 501, "/");
    }

    @Test
    void compiledProductRunsAndIsNotReported() {
        macs.server.preflight.flag("enable_transitive_rules", true).flag("enable_all_event_upload", true);
        decisionWith(signed, ruleFor(RuleType.BINARY, "ALLOWLIST_COMPILER"));
        Binary product = Software.unsigned("product", "1");
        mac.compile(signed, product);
        int before = mac.unsentEvents();
        assertThat(mac.execute(product, "robin").decision()).isEqualTo("ALLOW_BINARY");
        assertThat(mac.unsentEvents()).isEqualTo(before);
    }

    @Test
    void standalonePersonAllowsForThisMac() {
        macs.server.preflight.choice("client_mode", "STANDALONE");
        assertThat(decisionWith(signed)).isEqualTo("BLOCK_UNKNOWN");
        String before = mac.rulesHash();
        mac.allowLocally(signed);
        assertThat(mac.execute(signed, "robin").decision()).isEqualTo("ALLOW_SIGNINGID");
        assertThat(mac.rulesHash()).isNotEqualTo(before);
    }
}
