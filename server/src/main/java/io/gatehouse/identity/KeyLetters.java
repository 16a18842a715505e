package io.gatehouse.identity;

import java.time.Instant;
import java.util.Optional;

/** What letters about keys say. */
public interface KeyLetters {

    /** The key as it is when the letter is written; empty when it opens nothing any more. */
    Optional<KeyLetter> write(KeyExpiring expiring);

    /**
     * One letter.
     *
     * @param link to the page where another key is made
     */
    record KeyLetter(
            Organization organization, PersonRef owner, String account, String key, Instant expiresAt, String link) {}
}
