package io.gatehouse.approvals.delegations;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No right goes round in a circle or through more than three hands. */
final class LinesTest {

    private final List<PersonId> people = List.of(somebody(), somebody(), somebody(), somebody(), somebody());

    private static PersonId somebody() {
        return new PersonId(Ids.next());
    }

    private Lines.Edge edge(int from, int to) {
        return new Lines.Edge(people.get(from), people.get(to));
    }

    @Test
    void threeHandsAreEnough() {
        Lines two = new Lines(List.of(edge(0, 1), edge(1, 2)));
        assertThat(two.isTooLong(edge(2, 3))).isFalse();
        Lines three = new Lines(List.of(edge(0, 1), edge(1, 2), edge(2, 3)));
        assertThat(three.isTooLong(edge(3, 4))).isTrue();
        assertThat(three.isTooLong(edge(4, 0))).isTrue();
        assertThat(new Lines(List.of(edge(0, 1), edge(2, 3))).isTooLong(edge(1, 2)))
                .as("joins two lines into one of three")
                .isFalse();
    }

    @Test
    void aCircleIsSeenHoweverLarge() {
        Lines three = new Lines(List.of(edge(0, 1), edge(1, 2), edge(2, 3)));
        assertThat(three.closes(edge(3, 0))).isTrue();
        assertThat(three.closes(edge(1, 0))).isTrue();
        assertThat(three.closes(edge(0, 3))).isFalse();
    }

    /** 2,000 histories of 20 delegations each. */
    @Test
    void whateverIsGivenNoCircleAndNoFourthHandComesOfIt() {
        Random random = new Random(20261125);
        for (int history = 0; history < 2_000; history++) {
            List<Lines.Edge> given = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Lines.Edge more = edge(random.nextInt(5), random.nextInt(5));
                Lines lines = new Lines(List.copyOf(given));
                if (!more.from().equals(more.to()) && !lines.closes(more) && !lines.isTooLong(more)) {
                    given.add(more);
                }
            }
            for (PersonId start : people) {
                assertThat(longest(given, start, List.of())).isLessThanOrEqualTo(3);
            }
        }
    }

    private static int longest(List<Lines.Edge> edges, PersonId at, List<PersonId> passed) {
        assertThat(passed).doesNotContain(at);
        List<PersonId> further = new ArrayList<>(passed);
        further.add(at);
        return edges.stream()
                .filter(edge -> edge.from().equals(at))
                .mapToInt(edge -> 1 + longest(edges, edge.to(), further))
                .max()
                .orElse(0);
    }
}
