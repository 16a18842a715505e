package io.gatehouse.santa.protocol.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RulesHashTest {

    private static final String CERTIFICATE = "7ae80b9ab38af0c63a9a81765f434d9a7cd8f720eb6037ef303de39d779bc258";
    private static final String BINARY = "b7c1e3fd640c5f211c89b02c2c6122f78ce322aa5c56eb0bb54bc422a8f8b670";

    @Test
    void reproducesTheClientsHashOfAnEmptyTable() {
        assertThat(new RulesHash().value())
                .isEqualTo("99aa06d3014798d86001c324468d497f")
                .isEqualTo(RulesHash.EMPTY);
    }

    @Test
    void reproducesTheClientsHashOfFourRules() {
        RulesHash hash = new RulesHash()
                .add(RuleType.CERTIFICATE, CERTIFICATE, Policy.ALLOWLIST, "")
                .add(RuleType.BINARY, BINARY, Policy.BLOCKLIST, "")
                .add(RuleType.TEAMID, "ABCDEFGHIJ", Policy.BLOCKLIST, "")
                .add(RuleType.SIGNINGID, "ABCDEFGHIJ:signingID", Policy.BLOCKLIST, "");
        assertThat(hash.value()).isEqualTo("a6cb5171bbb8895820d61e395592b293");
    }

    @Test
    void reproducesTheClientsHashOfThreeRules() {
        RulesHash hash = new RulesHash()
                .add(RuleType.CERTIFICATE, CERTIFICATE, Policy.ALLOWLIST, "")
                .add(RuleType.TEAMID, "ABCDEFGHIJ", Policy.BLOCKLIST, "")
                .add(RuleType.SIGNINGID, "ABCDEFGHIJ:signingID", Policy.BLOCKLIST, "");
        assertThat(hash.value()).isEqualTo("d4dd223bafbdda2c36bb0513dfabb38b");
    }

    @Test
    void dependsOnOrderTypePolicyAndExpression() {
        Set<String> hashes = new HashSet<>();
        int made = 0;
        for (RuleType type : RuleType.values()) {
            for (Policy policy : Policy.values()) {
                if (policy != Policy.REMOVE) {
                    hashes.add(new RulesHash().add(type, "x", policy, "").value());
                    hashes.add(new RulesHash().add(type, "x", policy, "true").value());
                    made += 2;
                }
            }
        }
        assertThat(hashes).hasSize(made);
        assertThat(twoRules("a", "b")).isNotEqualTo(twoRules("b", "a"));
    }

    @Test
    void readsOnInTheMiddleOfATable() {
        RulesHash hash = new RulesHash();
        assertThat(hash.value()).isEqualTo(RulesHash.EMPTY);
        hash.add(RuleType.BINARY, "a", Policy.ALLOWLIST, "").value();
        hash.add(RuleType.BINARY, "b", Policy.ALLOWLIST, "");
        assertThat(hash.value()).isEqualTo(twoRules("a", "b"));
    }

    @Test
    void refusesARemoval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RulesHash().add(RuleType.BINARY, BINARY, Policy.REMOVE, ""));
    }

    private static String twoRules(String first, String second) {
        return new RulesHash()
                .add(RuleType.BINARY, first, Policy.ALLOWLIST, "")
                .add(RuleType.BINARY, second, Policy.ALLOWLIST, "")
                .value();
    }
}
