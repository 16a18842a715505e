package io.gatehouse.testkit.fleet.oracle;

import static io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Rule.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.fleet.TestMacs;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Device;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Organization;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Rule;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Subject;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Tag;
import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.rules.RuleType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static final String TEAM = "ABCDEFGHIJ";
    private static final Subject NEW = new Subject("mac-1", Set.of("design", "pilot"), ClientVersion.NEWEST);

    private static Set<RuleRow> rows(Subject subject, Rule... rules) {
        return new IntendedPolicy(List.of(rules)).rowsFor(subject, TestMacs.START);
    }

    private static RuleRow team(RulePolicy policy) {
        return new RuleRow(RuleType.TEAMID, TEAM, policy, "");
    }

    private static Rule team(IntendedPolicy.Scope scope, RulePolicy policy) {
        return of(scope, RuleType.TEAMID, TEAM, policy);
    }

    @Test
    void narrowestScopeWins() {
        Rule organization = team(new Organization(), RulePolicy.BLOCKLIST);
        Rule low = team(new Tag("design", 7), RulePolicy.SILENT_BLOCKLIST);
        Rule high = team(new Tag("pilot", 0), RulePolicy.ALLOWLIST_COMPILER);
        Rule foreign = team(new Tag("finance", 0), RulePolicy.SILENT_BLOCKLIST);
        Rule device = team(new Device("mac-1"), RulePolicy.ALLOWLIST);
        Rule other = team(new Device("mac-2"), RulePolicy.SILENT_BLOCKLIST);
        assertThat(rows(NEW, foreign, other, organization)).containsExactly(team(RulePolicy.BLOCKLIST));
        assertThat(rows(NEW, organization, low)).containsExactly(team(RulePolicy.SILENT_BLOCKLIST));
        assertThat(rows(NEW, low, high, organization)).containsExactly(team(RulePolicy.ALLOWLIST_COMPILER));
        assertThat(rows(NEW, high, device, organization)).containsExactly(team(RulePolicy.ALLOWLIST));
    }

    @Test
    void expiredRulesCountNoMore() {
        Rule expired = new Rule(new Device("mac-1"), RuleType.TEAMID, TEAM, RulePolicy.ALLOWLIST, "", TestMacs.START);
        assertThat(rows(NEW, expired, team(new Organization(), RulePolicy.BLOCKLIST)))
                .containsExactly(team(RulePolicy.BLOCKLIST));
    }

    @Test
    void releasesGetWhatTheyKnow() {
        Subject old = new Subject("mac-1", Set.of(), ClientVersion.parse("2025.4"));
        Rule cel = new Rule(new Organization(), RuleType.BINARY, "A".repeat(64), RulePolicy.CEL, "true", null);
        Rule silent = team(new Organization(), RulePolicy.SILENT_GUI_BLOCKLIST);
        assertThat(rows(old, cel, silent)).containsExactly(team(RulePolicy.BLOCKLIST));
        assertThat(rows(NEW, cel, silent))
                .containsExactlyInAnyOrder(
                        new RuleRow(RuleType.BINARY, "a".repeat(64), RulePolicy.CEL, "true"),
                        team(RulePolicy.SILENT_GUI_BLOCKLIST));
        Subject ancient = new Subject("mac-1", Set.of(), ClientVersion.parse("2021.8"));
        assertThat(rows(ancient, silent)).isEmpty();
    }

    @Test
    void everyDifferenceIsNamed() {
        RuleRow missing = new RuleRow(RuleType.BINARY, "a".repeat(64), RulePolicy.ALLOWLIST, "");
        RuleRow surplus = new RuleRow(RuleType.BINARY, "b".repeat(64), RulePolicy.ALLOWLIST, "");
        RuleRow local = new RuleRow(RuleType.BINARY, "c".repeat(64), RulePolicy.LOCAL_BINARY, "");
        assertThat(Oracle.check(
                        "mac-1",
                        List.of(surplus, team(RulePolicy.BLOCKLIST), local),
                        Set.of(missing, team(RulePolicy.ALLOWLIST))))
                .containsExactly(
                        new Oracle.Difference("mac-1", missing, null),
                        new Oracle.Difference("mac-1", null, surplus),
                        new Oracle.Difference("mac-1", team(RulePolicy.ALLOWLIST), team(RulePolicy.BLOCKLIST)));
        assertThat(Oracle.check("mac-1", List.of(missing), Set.of(missing))).isEmpty();
    }
}
