package io.gatehouse.approvals.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.runtime.CelEvaluationException;
import io.gatehouse.approvals.Fact;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions that would keep the server busy have no value, or are none. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HostileConditionsTest {

    private static final Map<String, Object> FACTS = Map.of(
            "publisher",
            "Acme Incorporated",
            "teams",
            IntStream.range(0, 50).mapToObj(number -> "team-" + number).toList());

    private final Conditions conditions = new Conditions(List.of(
            new Fact("publisher", Fact.Type.TEXT, "Who signed it."), new Fact("teams", Fact.Type.TEXTS, "Teams.")));

    private static String numbers() {
        return IntStream.range(0, 200).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }

    static Stream<String> costly() {
        String all = numbers();
        return Stream.of(
                all + ".all(a, " + all + ".all(b, a + b >= 0))",
                "teams.all(a, teams.all(b, teams.all(c, teams.all(d, a + b + c + d != ''))))",
                // An error is taken for false by ||, so that a loop goes on: it is cheap then, and counts for nothing.
                "teams.exists(a, teams.exists(b, teams.exists(c, a + b == c))) || true",
                "['x'].map(s, s + s)" + ".map(s, s + s)".repeat(25) + ".exists(s, s == '')",
                "teams.all(a, teams.all(b, teams.all(c, publisher.matches('(A|c|m|e| |I|n)*d') || true)))");
    }

    @ParameterizedTest
    @MethodSource("costly")
    void whatCostsTooMuchHasNoValue(String condition) {
        assertThat(conditions.flaws(condition)).as(condition).isEmpty();
        assertThatThrownBy(() -> conditions.holds(condition, FACTS)).isInstanceOf(CelEvaluationException.class);
    }

    static Stream<String> refused() {
        return Stream.of(
                "publisher" + ".replace('', 'aaaaaaaaaaaaaaaaaaaa')".repeat(20) + " == ''",
                "['a', 'b'].join('aaaaaaaaaa') == ''",
                "[[1]].exists(a, [[a, a]].exists(b, b == b))",
                "[[1]]" + ".map(a, [a, a])".repeat(20) + " == []",
                "{'a': 1} == {'a': 1}",
                "[dyn(1)] == [dyn(2)]",
                "publisher.matches(publisher)",
                "publisher.matches('((a{1000}){1000}){1000}')",
                "publisher.matches('x{900}')",
                "publisher.matches('(')",
                "publisher.matches('" + "a".repeat(201) + "')",
                "(".repeat(500) + "true" + ")".repeat(500),
                "true" + " || true".repeat(300));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatNoMeterSeesIsNoCondition(String condition) {
        assertThat(conditions.flaws(condition)).as(condition).isNotEmpty();
        assertThatThrownBy(() -> conditions.holds(condition, FACTS)).isInstanceOf(CelEvaluationException.class);
    }

    @Test
    void whatPeopleWriteIsCheap() throws CelEvaluationException {
        for (String usual : List.of(
                "publisher.startsWith('Acme') && size(teams) == 50",
                "teams.exists(team, team == 'team-49')",
                "teams.filter(team, team.endsWith('9')).size() == 5",
                "publisher.lowerAscii().matches('^acme( inc.*)?$')",
                "publisher in ['Acme', 'Acme Incorporated'] ? true : false")) {
            assertThat(conditions.flaws(usual)).as(usual).isEmpty();
            assertThat(conditions.holds(usual, FACTS)).as(usual).isTrue();
        }
    }

    @Test
    void aFlawHasItsPlace() {
        Flaw flaw = conditions.flaws("true &&\n publisher.matches(publisher)").getFirst();
        assertThat(flaw.line()).isEqualTo(2);
        assertThat(flaw.column()).isGreaterThan(1);
        assertThat(flaw.message()).contains("written out");
    }
}
