package io.gatehouse.santa.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReputationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void fewOutcomesSayNothing() {
        assertThat(of(4, true, Duration.ZERO)).isEqualTo(new Reputation(4, 4, 100));
    }

    @Test
    void rightVotesWeighMoreAndWrongOnesLessBetweenAHalfAndTwo() {
        assertThat(of(5, true, Duration.ZERO).factor()).isEqualTo(164);
        assertThat(of(5, false, Duration.ZERO).factor()).isEqualTo(61);
        assertThat(of(100_000, true, Duration.ZERO).factor()).isEqualTo(200);
        assertThat(of(100_000, false, Duration.ZERO).factor()).isEqualTo(50);
    }

    @Test
    void halfRightIsEven() {
        List<Reputation.Outcome> outcomes =
                List.of(outcome(true), outcome(false), outcome(true), outcome(false), outcome(true), outcome(false));
        assertThat(Reputation.of(outcomes, NOW)).isEqualTo(new Reputation(6, 3, 100));
    }

    @Test
    void whatIsLongAgoFades() {
        int fresh = of(10, true, Duration.ZERO).factor();
        int half = of(10, true, Reputation.HALF_LIFE).factor();
        int old = of(10, true, Reputation.HALF_LIFE.multipliedBy(20)).factor();
        assertThat(half).isLessThan(fresh).isEqualTo(of(5, true, Duration.ZERO).factor());
        assertThat(old).isEqualTo(100);
    }

    private static Reputation of(int count, boolean right, Duration ago) {
        return Reputation.of(Collections.nCopies(count, new Reputation.Outcome(right, NOW.minus(ago))), NOW);
    }

    private static Reputation.Outcome outcome(boolean right) {
        return new Reputation.Outcome(right, NOW);
    }
}
