package io.gatehouse.approvals;

/**
 * Something that a policy's conditions may look at.
 *
 * @param name in conditions: letters and digits, beginning with a small letter
 * @param meaning in one sentence, for who writes a policy
 */
public record Fact(String name, Type type, String meaning) {

    /** What values it has. */
    public enum Type {
        /** A text; empty when nothing is known. */
        TEXT,
        /** A list of texts. */
        TEXTS,
        /** A whole number. */
        NUMBER,
        /** True or false. */
        TRUTH
    }
}
