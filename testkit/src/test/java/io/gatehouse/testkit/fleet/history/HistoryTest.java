package io.gatehouse.testkit.fleet.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.fleet.net.FaultyNetwork.Plan;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** 30 histories of 120 steps with a right server, and 10 with each planted fault. */
class HistoryTest {
    private static final Plan BAD = new Plan(5, 5, 5, 5);
    private static final Instant START = Instant.parse("2026-08-01T08:00:00Z");

    private static Outcome play(long seed, UnaryOperator<List<RuleRow>> fault) {
        PlainServer server = new PlainServer(fault);
        return new History(seed, 5, server, server, BAD, START).play(120, server);
    }

    @Test
    void rightServerPasses() {
        int ownRules = 0;
        for (long seed = 0; seed < 30; seed++) {
            Outcome outcome = play(seed, UnaryOperator.identity());
            assertThat(outcome.asIntended()).as("seed %d: %s", seed, outcome).isTrue();
            assertThat(outcome.syncs()).isGreaterThan(5);
            assertThat(outcome.faults()).isPositive();
            ownRules += outcome.ownRules();
        }
        assertThat(ownRules).as("rules that Macs made").isGreaterThan(20);
    }

    @Test
    void lostRuleIsFound() {
        assertFound(rows -> rows.size() < 2 ? rows : rows.subList(1, rows.size()));
    }

    @Test
    void wrongPolicyIsFound() {
        assertFound(rows -> rows.stream()
                .map(row -> row.policy() == RulePolicy.SILENT_BLOCKLIST
                        ? new RuleRow(row.type(), row.identifier(), RulePolicy.BLOCKLIST, "", row.texts())
                        : row)
                .toList());
    }

    @Test
    void wrongIdentifierIsFound() {
        assertFound(rows -> rows.stream()
                .map(row -> new RuleRow(
                        row.type(), row.identifier().replace('1', '7'), row.policy(), row.cel(), row.texts()))
                .toList());
    }

    @Test
    void lostTextIsFound() {
        assertFound(rows -> rows.stream()
                .map(row -> new RuleRow(row.type(), row.identifier(), row.policy(), row.cel()))
                .toList());
    }

    private static void assertFound(UnaryOperator<List<RuleRow>> fault) {
        assertThat(LongStream.range(0, 10).mapToObj(seed -> play(seed, fault)))
                .anySatisfy(outcome -> assertThat(outcome.differences()).isNotEmpty());
    }

    @Test
    void sameSeedMeansSameHistory() {
        assertThat(play(5, UnaryOperator.identity()).steps())
                .isEqualTo(play(5, UnaryOperator.identity()).steps())
                .isNotEqualTo(play(6, UnaryOperator.identity()).steps());
    }
}
