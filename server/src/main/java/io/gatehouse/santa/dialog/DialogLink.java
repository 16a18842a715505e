package io.gatehouse.santa.dialog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The address behind the block dialog's button. Santa fills in placeholders such as {@code %machine_id%}. */
public final class DialogLink {

    /** Hides the button, when a rule's link is this. */
    public static final String HIDDEN = "null";

    /** Longest link, in characters. */
    public static final int MAXIMUM_LENGTH = 2_000;

    /** What Santa fills in. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "%file_identifier%",
            "%bundle_or_file_identifier%",
            "%file_sha%",
            "%file_bundle_id%",
            "%team_id%",
            "%signing_id%",
            "%cdhash%",
            "%username%",
            "%machine_id%",
            "%hostname%",
            "%uuid%",
            "%serial%",
            "%rule_name%",
            "%rule_version%",
            "%accessed_path%");

    private static final Pattern PLACEHOLDER = Pattern.compile("%[a-z_]{3,}%");

    private DialogLink() {}

    /** What is wrong with the link, in words; empty when Santa can open it. */
    public static Optional<String> refusal(String link) {
        if (link.length() > MAXIMUM_LENGTH) {
            return Optional.of("must have at most " + MAXIMUM_LENGTH + " characters, not " + link.length());
        }
        return isWebAddress(PLACEHOLDER.matcher(link).replaceAll("x"))
                ? Optional.empty()
                : Optional.of("must be an address that begins with https:// or http://, in which spaces and the like"
                        + " are percent-encoded");
    }

    /** Placeholders that Santa does not know and would leave as they are. */
    public static List<String> unknownPlaceholders(String link) {
        return PLACEHOLDER
                .matcher(link)
                .results()
                .map(MatchResult::group)
                .filter(placeholder -> !PLACEHOLDERS.contains(placeholder))
                .distinct()
                .toList();
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
