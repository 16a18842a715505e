package io.gatehouse.identity.connections;

import org.jspecify.annotations.Nullable;

/** What a program calls itself. Anybody can claim any name, so it may at least not look like anything but a name. */
final class ProgramName {

    static final String NONE = "Program without a name";

    private static final int LONGEST = 60;

    private ProgramName() {}

    static String of(@Nullable String claimed) {
        String plain = claimed == null
                ? ""
                : claimed.replaceAll("[^\\p{L}\\p{N}._-]+", " ").strip();
        if (plain.isEmpty()) {
            return NONE;
        }
        int end = plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length())));
        return plain.substring(0, Math.min(end, LONGEST)).strip();
    }
}
