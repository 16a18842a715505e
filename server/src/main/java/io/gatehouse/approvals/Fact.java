package io.gatehouse.approvals;

import io.gatehouse.kernel.ProblemException;
import java.util.List;

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
        TRUTH;

        /** The value when nothing is known. */
        public Object nothing() {
            return switch (this) {
                case TEXT -> "";
                case TEXTS -> List.of();
                case NUMBER -> 0L;
                case TRUTH -> false;
            };
        }

        /**
         * A value as somebody gave it, in the form that conditions take.
         *
         * @throws io.gatehouse.kernel.ProblemException when it is of another type
         */
        public Object checked(String name, Object value) {
            boolean fits = switch (this) {
                case TEXT -> value instanceof String;
                case TEXTS -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
                case NUMBER -> value instanceof Integer || value instanceof Long;
                case TRUTH -> value instanceof Boolean;
            };
            if (!fits) {
                throw ProblemException.invalid("facts." + name, "must be a " + name());
            }
            return value instanceof Integer number ? (Long) number.longValue() : value;
        }
    }
}
