package io.gatehouse.santa.devices;

import io.gatehouse.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/** Checks of short texts. */
final class Texts {

    private static final int LONGEST_REASON = 2_000;

    private Texts() {}

    /** Whether the text has that many characters and none of them is a control character. */
    static boolean isLine(String text, int shortest, int longest) {
        return text.length() >= shortest
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    /**
     * A reason that somebody gave.
     *
     * @throws ProblemException 422 when there is none
     */
    static String reason(@Nullable String text) {
        String reason = text == null ? "" : text.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw ProblemException.invalid("reason", "must have 1 to " + LONGEST_REASON + " characters");
        }
        return reason;
    }
}
