package io.gatehouse.santa.events.intake;

/** Makes texts of unknown origin fit to store and to show: bounded, well formed, without control characters. */
final class CleanText {

    static final int NAME = 255;
    static final int IDENTIFIER = 512;
    static final int PATH = 4_096;
    static final int VALUE = 16_384;

    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /** The text, cut to so many characters; what could deceive or cannot be stored becomes U+FFFD. */
    static String of(String text, int maximum) {
        String bounded = text.length() <= maximum ? text : text.substring(0, maximum);
        for (int i = 0; i < bounded.length(); i++) {
            char c = bounded.charAt(i);
            if (c < 0x20 || c > 0x7e) {
                return cleaned(bounded);
            }
        }
        return bounded;
    }

    private static String cleaned(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            result.appendCodePoint(deceives(point) ? REPLACEMENT : point);
            i += Character.charCount(point);
        }
        return result.toString();
    }

    /** Control characters, halves of surrogate pairs, and marks that turn the direction of writing. */
    private static boolean deceives(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
        };
    }
}
