package io.gatehouse.identity.oidc;

import org.jspecify.annotations.Nullable;

/** What a provider says of a failure, shortened to what can be shown. */
final class Said {

    private static final int LONGEST = 200;

    private Said() {}

    static String by(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "it does not say why";
        }
        String line = text.replaceAll("[^\\p{Print}]", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
