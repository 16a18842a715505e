package io.gatehouse.santa.protocol.wire;

/** Makes texts storable and writable: NUL, which no database text holds, and halves of surrogate pairs become U+FFFD. */
final class Text {

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean broken = point == 0 || (point <= Character.MAX_VALUE && Character.isSurrogate((char) point));
            result.appendCodePoint(broken ? REPLACEMENT : point);
            i += Character.charCount(point);
        }
        return result.toString();
    }

    /** A part of the input that may stand in an error message: short and without control characters. */
    static String printable(String text) {
        String part = text.length() <= 120 ? text : text.substring(0, 120) + "…";
        return part.replaceAll("[^\\x20-\\x7E…]", "?");
    }
}
