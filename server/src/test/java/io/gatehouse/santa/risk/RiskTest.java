package io.gatehouse.santa.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every point of a risk has its reason. */
final class RiskTest {

    private static SoftwareKnowledge known(String status, long macs, long days, long allowed, long refused) {
        return new SoftwareKnowledge(status, macs, days, false, allowed, refused, List.of());
    }

    @Test
    void isTheSumOfThePointsThatItTells() {
        for (String status : List.of("PRODUCTION", "DEVELOPMENT", "ADHOC", "INVALID", "UNSIGNED", "")) {
            for (long macs : List.of(0L, 5L)) {
                for (long refused : List.of(0L, 2L)) {
                    Risk risk = Risk.of(known(status, macs, 30, 1, refused));
                    int sum = risk.reasons().stream()
                            .mapToInt(reason -> Integer.parseInt(reason.substring(0, reason.indexOf(':'))))
                            .sum();
                    assertThat(risk.score()).isEqualTo(Math.clamp(sum, 0, 100));
                }
            }
        }
    }

    @Test
    void whatManyKnowIsLessThanWhatNobodySigned() {
        assertThat(Risk.of(known("PRODUCTION", 50, 400, 3, 0)).score()).isZero();
        Risk unsigned = Risk.of(known("UNSIGNED", 0, 0, 0, 0));
        assertThat(unsigned.score()).isEqualTo(65);
        assertThat(unsigned.reasons()).contains("+40: it is not signed");
        assertThat(Risk.of(new SoftwareKnowledge("INVALID", 0, 0, true, 0, 3, List.of()))
                        .score())
                .isEqualTo(100);
    }
}
