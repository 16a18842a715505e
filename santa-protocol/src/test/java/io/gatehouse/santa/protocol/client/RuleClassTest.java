package io.gatehouse.santa.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleClassTest {

    @ParameterizedTest
    @CsvSource({
        "BINARY, 0.9",
        "CERTIFICATE, 0.9",
        "TEAMID, 2022.1",
        "SIGNINGID, 2023.1",
        "CDHASH, 2024.6",
    })
    void dropsTypesThatTheClientDoesNotKnow(RuleType type, String since) {
        Rule rule = Rule.of(type, "x", Policy.BLOCKLIST);
        assertThat(client(since).gate(rule)).hasValue(rule);
        if (!since.startsWith("0")) {
            assertThat(client(before(since)).gate(rule)).isEmpty();
            assertThat(client("junk").gate(rule)).isEmpty();
            assertThat(client(before(since)).gate(rule.withPolicy(Policy.REMOVE)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT_GUI_BLOCKLIST", "SILENT_TTY_BLOCKLIST"})
    void makesSplitSilenceABlock(Policy policy) {
        Rule rule = Rule.of(RuleType.BINARY, "x", policy);
        assertThat(client("2026.6").gate(rule)).hasValue(rule);
        assertThat(client("2026.5.9").gate(rule)).hasValue(rule.withPolicy(Policy.BLOCKLIST));
    }

    @Test
    void dropsExpressionsThatNothingCanStandInFor() {
        Rule rule = Rule.of(RuleType.BINARY, "x", Policy.CEL).withCelExpr("true");
        assertThat(client("2025.6").gate(rule)).hasValue(rule);
        assertThat(client("2025.5").gate(rule)).isEmpty();
        assertThat(client("2026.7").gate(rule.withPolicy(Policy.ALLOWLIST)).map(Rule::celExpr))
                .hasValue("");
    }

    @Test
    void leavesOutTextsThatTheClientDoesNotKnow() {
        Rule rule = Rule.of(RuleType.BINARY, "x", Policy.BLOCKLIST)
                .withDialog("message", "https://x/", "label")
                .withNotificationAppName("App");
        assertThat(client("2026.7").gate(rule)).hasValue(rule);
        assertThat(client("2026.6").gate(rule)).hasValue(rule.withDialog("message", "https://x/", ""));
        assertThat(client("2025.3").gate(rule))
                .hasValue(rule.withDialog("message", "https://x/", "").withNotificationAppName(""));
        assertThat(client("2022.12").gate(rule))
                .hasValue(Rule.of(RuleType.BINARY, "x", Policy.BLOCKLIST).withDialog("message", "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026.7.1", "2026.8", "9999.1.1"})
    void isEqualForClientsThatTakeEqualRules(String version) {
        assertThat(client(version).ruleClass()).isEqualTo(client("2026.7").ruleClass());
    }

    @Test
    void differsWhereRulesDiffer() {
        assertThat(client("2026.6").ruleClass()).isNotEqualTo(client("2026.7").ruleClass());
        assertThat(client("junk").ruleClass()).isEqualTo(new RuleClass(0));
        assertThat(client("2025.8").ruleClass()).isEqualTo(client("2025.6").ruleClass());
    }

    @Test
    void survivesStorageAsANumber() {
        RuleClass stored = new RuleClass(client("2024.9").ruleClass().bits());
        Rule cdhash = Rule.of(RuleType.CDHASH, "x", Policy.ALLOWLIST);
        assertThat(stored.gate(cdhash)).isEqualTo(Optional.of(cdhash));
        assertThat(stored.has(Feature.CEL_RULES)).isFalse();
        assertThat(new RuleClass(-1).has(Feature.STANDALONE_MODE)).isFalse();
    }

    private static ClientCapabilities client(String version) {
        return ClientCapabilities.of(version);
    }

    private static String before(String version) {
        String[] numbers = version.split("\\.");
        int release = Integer.parseInt(numbers[1]);
        return release > 1 ? numbers[0] + "." + (release - 1) + ".99" : (Integer.parseInt(numbers[0]) - 1) + ".12.99";
    }
}
