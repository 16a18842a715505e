package io.gatehouse.approvals;

import io.gatehouse.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a person says in a request or a decision: plain text of 10 to 2000 characters. Kept as it is and never read as
 * markup; control characters, and those that turn the direction of text, are refused because they make a reader see
 * something else than what is stored.
 */
public record Statement(String text) {

    /** Fewest characters. */
    public static final int SHORTEST = 10;

    /** Most characters. */
    public static final int LONGEST = 2_000;

    /**
     * Reads a statement that must be there.
     *
     * @param field named in the answer when the text is refused
     * @throws ProblemException when it is absent, too short, too long or has forbidden characters
     */
    public static Statement of(String field, @Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length < SHORTEST || length > LONGEST) {
            throw ProblemException.invalid(
                    field, "must have " + SHORTEST + " to " + LONGEST + " characters, not " + length);
        }
        if (stripped.codePoints().anyMatch(Statement::forbidden)) {
            throw ProblemException.invalid(
                    field, "must not contain control characters other than line breaks and tabs");
        }
        return new Statement(stripped);
    }

    private static boolean forbidden(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        boolean direction = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        boolean lone = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return Character.isISOControl(character) && !layout || direction || lone;
    }

    @Override
    public String toString() {
        return "Statement[...]";
    }
}
