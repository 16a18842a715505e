package io.gatehouse.notifications.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long is waited. */
final class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void attemptsAreTenWithPausesThatGrowAndAFifthOfChance() {
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt <= 9; attempt++) {
            Duration shortest = Backoff.afterAttempt(attempt, 0).orElseThrow();
            assertThat(shortest).isGreaterThan(before);
            assertThat(Backoff.afterAttempt(attempt, 1)).contains(Duration.ofMillis(shortest.toMillis() * 6 / 5));
            before = shortest;
        }
        assertThat(Backoff.afterAttempt(10, 0)).isEmpty();
    }

    @Test
    void aDestinationRestsLongerEachTimeAndAnHourAtMost() {
        assertThat(Backoff.rest(Backoff.TOLERATED - 1)).isEmpty();
        assertThat(Backoff.rest(Backoff.TOLERATED)).contains(Duration.ofMinutes(1));
        assertThat(Backoff.rest(Backoff.TOLERATED + 1)).contains(Duration.ofMinutes(2));
        assertThat(Backoff.rest(1_000_000)).contains(Duration.ofHours(1));
    }

    @Test
    void whatTheOtherServerAsksForIsADayAtMost() {
        assertThat(Backoff.asked("90", NOW)).contains(Duration.ofSeconds(90));
        assertThat(Backoff.asked("Wed, 25 Nov 2026 12:10:00 GMT", NOW)).contains(Duration.ofMinutes(10));
        assertThat(Backoff.asked("999999999", NOW)).contains(Duration.ofHours(24));
        for (String odd :
                new String[] {null, "", "soon", "-5", "0", "99999999999999", "Wed, 25 Nov 2026 11:00:00 GMT"}) {
            assertThat(Backoff.asked(odd, NOW)).as(odd).isEmpty();
        }
    }
}
