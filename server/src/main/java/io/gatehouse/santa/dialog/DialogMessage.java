package io.gatehouse.santa.dialog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of the block dialog. Santa renders it as HTML, so only markup that can neither load nor run anything is let
 * through: b, i, u, strong, em, br, p, ul, ol, li and links to http or https addresses.
 */
public final class DialogMessage {

    /** Longest message, in characters. */
    public static final int MAXIMUM_LENGTH = 2_000;

    private static final Pattern HARMLESS = Pattern.compile(
            "</?(?:b|i|u|strong|em|br|p|ul|ol|li)\\s*/?>|</a\\s*>|<a\\s+href=\"https?://[^\"<>\\s]+\"\\s*>",
            Pattern.CASE_INSENSITIVE);

    private DialogMessage() {}

    /** What is wrong with the message, in words; empty when it may be shown. */
    public static Optional<String> refusal(String html) {
        if (html.length() > MAXIMUM_LENGTH) {
            return Optional.of("must have at most " + MAXIMUM_LENGTH + " characters, not " + html.length());
        }
        if (html.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            return Optional.of("must not contain control characters");
        }
        String rest = HARMLESS.matcher(html).replaceAll("");
        int open = rest.indexOf('<');
        return open < 0
                ? Optional.empty()
                : Optional.of("may only contain <b>, <i>, <u>, <strong>, <em>, <br>, <p>, <ul>, <ol>, <li>"
                        + " and <a href=\"https://…\">; write &lt; for a plain less-than sign; refused at: "
                        + rest.substring(open, Math.min(rest.length(), open + 30)));
    }
}
