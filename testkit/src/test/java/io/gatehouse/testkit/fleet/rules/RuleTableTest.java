package io.gatehouse.testkit.fleet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleTableTest {
    private static final RuleRow CERTIFICATE = row(
            RuleType.CERTIFICATE,
            "7ae80b9ab38af0c63a9a81765f434d9a7cd8f720eb6037ef303de39d779bc258",
            RulePolicy.ALLOWLIST);
    private static final RuleRow BINARY = row(
            RuleType.BINARY, "b7c1e3fd640c5f211c89b02c2c6122f78ce322aa5c56eb0bb54bc422a8f8b670", RulePolicy.BLOCKLIST);
    private static final RuleRow TEAM = row(RuleType.TEAMID, "ABCDEFGHIJ", RulePolicy.BLOCKLIST);
    private static final RuleRow SIGNING_ID = row(RuleType.SIGNINGID, "ABCDEFGHIJ:signingID", RulePolicy.BLOCKLIST);

    private final RuleTable table = new RuleTable();

    private static RuleRow row(RuleType type, String identifier, RulePolicy policy) {
        return new RuleRow(type, identifier, policy, "");
    }

    @Test
    void hashesAsTheClientDoes() {
        assertThat(table.hash()).isEqualTo("99aa06d3014798d86001c324468d497f");
        table.write(CERTIFICATE);
        table.write(BINARY);
        table.write(TEAM);
        table.write(SIGNING_ID);
        assertThat(table.hash()).isEqualTo("a6cb5171bbb8895820d61e395592b293");
        table.apply(row(RuleType.BINARY, BINARY.identifier(), RulePolicy.REMOVE));
        assertThat(table.hash()).isEqualTo("d4dd223bafbdda2c36bb0513dfabb38b");
    }

    @Test
    void rewrittenRowMovesToTheEnd() {
        table.write(TEAM);
        table.write(BINARY);
        table.write(TEAM);
        assertThat(table.rows()).containsExactly(BINARY, TEAM);
    }

    @Test
    void transitiveRowsCountAsBinariesButAreNotHashed() {
        table.write(TEAM);
        String before = table.hash();
        table.write(row(RuleType.BINARY, "c".repeat(64), RulePolicy.TRANSITIVE));
        assertThat(table.hash()).isEqualTo(before);
        assertThat(table.count(RuleType.BINARY)).isOne();
        assertThat(table.count(RulePolicy.TRANSITIVE)).isOne();
    }

    @Test
    void celTextIsHashed() {
        table.write(new RuleRow(RuleType.TEAMID, "ABCDEFGHIJ", RulePolicy.CEL, "euid == 0"));
        String before = table.hash();
        table.write(new RuleRow(RuleType.TEAMID, "ABCDEFGHIJ", RulePolicy.CEL, "euid == 1"));
        assertThat(table.hash()).isNotEqualTo(before);
    }
}
