package io.gatehouse.verifier.encoding;

import java.util.Base64;

/** Base64 with padding, of which each sequence of bytes has one form only. */
public final class StrictBase64 {

    private StrictBase64() {}

    /** The bytes of a text. */
    public static byte[] decode(String text) throws MalformedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // The JDK's decoder ignores the last bits that no byte needs, and missing padding.
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // As below.
        }
        throw new MalformedException("\"" + abbreviated(text) + "\" is not Base64");
    }

    /** The text of bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
