package io.gatehouse.santa.protocol.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Numbers as clients write them: as numbers, as texts, whole ones also with a fraction. Whatever does not fit is absent. */
final class JsonNumber {

    private static final int LONGEST_NUMBER_IN_A_TEXT = 40;

    private JsonNumber() {}

    /** A whole number within bounds, its fraction cut off. */
    static @Nullable Long within(JsonParser parser, JsonToken token, long least, long most) {
        Double value = finite(parser, token);
        if (value == null) {
            return null;
        }
        // Every uint32 and int32 is exact in a double.
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        return whole < least || whole > most ? null : (long) whole;
    }

    static @Nullable Integer int32(JsonParser parser, JsonToken token) {
        Long value = within(parser, token, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return value == null ? null : value.intValue();
    }

    static @Nullable Double finite(JsonParser parser, JsonToken token) {
        if (token.isBoolean()) {
            return null;
        }
        String text = parser.getString();
        if (text.isEmpty() || (token == JsonToken.VALUE_STRING && text.length() > LONGEST_NUMBER_IN_A_TEXT)) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
