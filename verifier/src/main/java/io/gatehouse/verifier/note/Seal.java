package io.gatehouse.verifier.note;

import java.time.Instant;
import java.util.Optional;

/**
 * A signature that holds.
 *
 * @param seconds since 1970 when it was made; 0 if it does not say
 */
public record Seal(VerifierKey key, long seconds) {

    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    /** When it was made, if it says. */
    public Optional<Instant> time() {
        return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Math.min(seconds, LATEST)));
    }
}
