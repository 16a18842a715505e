package io.gatehouse.identity;

import java.time.Duration;
import java.util.Optional;

/** What letters about passwords say. */
public interface PasswordLetters {

    /** Makes the link, for the letter alone; empty when the address was nobody's or it is too late. */
    Optional<ResetLetter> write(PasswordResetAsked asked);

    /** Whose password was changed. */
    Optional<PersonRef> write(PasswordChanged changed);

    /** One letter with a link. */
    record ResetLetter(PersonRef person, String link, Duration validFor) {

        @Override
        public String toString() {
            return "ResetLetter[...]";
        }
    }
}
