package io.gatehouse.verifier.json;

import java.util.List;
import java.util.Map;

/** A value, and the bytes from {@code start} to before {@code end} that it was read from. */
public sealed interface JsonValue {

    /** Where its bytes begin. */
    int start();

    /** Where its bytes have ended. */
    int end();

    /** Whether RFC 8785 would write it in these very bytes. */
    boolean canonical();

    /** An object; no name occurs twice. */
    record Members(Map<String, JsonValue> members, int start, int end, boolean canonical) implements JsonValue {}

    /** An array. */
    record Items(List<JsonValue> items, int start, int end, boolean canonical) implements JsonValue {}

    /** A string. */
    record Text(String text, int start, int end, boolean canonical) implements JsonValue {}

    /** A number, as it was written. */
    record Numeral(String digits, int start, int end, boolean canonical) implements JsonValue {}

    /** True or false. */
    record Truth(boolean value, int start, int end) implements JsonValue {
        @Override
        public boolean canonical() {
            return true;
        }
    }

    /** Null. */
    record Nothing(int start, int end) implements JsonValue {
        @Override
        public boolean canonical() {
            return true;
        }
    }
}
