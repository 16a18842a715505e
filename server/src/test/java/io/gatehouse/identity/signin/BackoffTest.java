package io.gatehouse.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.signin.Backoff.Failures;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Failures make people wait, longer and longer, but never for good. */
final class BackoffTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final Backoff backoff = new Backoff(3, Duration.ofSeconds(30), Duration.ofMinutes(15));

    @Test
    void letsAFewFailuresPassAndThenDoublesThePause() {
        Failures second = backoff.after(backoff.after(null, START), START);
        assertThat(second.blockedUntil()).isEqualTo(START);
        Failures third = backoff.after(second, START);
        assertThat(third.blockedUntil()).isEqualTo(START.plusSeconds(30));
        Failures fourth = backoff.after(third, START.plusSeconds(30));
        assertThat(fourth.blockedUntil()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void neverPausesLongerThanTheLongestPause() {
        Failures failures = null;
        Instant now = START;
        for (int i = 0; i < 10_000; i++) {
            failures = backoff.after(failures, now);
            assertThat(failures.blockedUntil()).isBetween(now, now.plus(Duration.ofMinutes(15)));
            now = failures.blockedUntil();
        }
    }

    @Test
    void forgetsAfterADayWithoutFailure() {
        Failures many = new Failures(40, START, START);
        assertThat(backoff.after(many, START.plus(Duration.ofHours(25))).count())
                .isOne();
        assertThat(backoff.after(many, START.plus(Duration.ofHours(23))).count())
                .isEqualTo(41);
    }
}
