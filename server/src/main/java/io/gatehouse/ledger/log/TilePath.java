package io.gatehouse.ledger.log;

import io.gatehouse.kernel.CommonProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which tile of a log, as C2SP tlog-tiles writes it: {@code 1/x001/067.p/3}, or {@code entries/…} for the entries.
 *
 * @param level of the hashes; null for the entries themselves
 * @param number of the tile on its level
 * @param width how many hashes or entries, 1 to 256
 */
record TilePath(@Nullable Integer level, long number, int width) {

    static final int FULL = 256;

    /** Tiles above, and longer numbers, would not fit into an index. */
    private static final int HIGHEST_LEVEL = 7;

    private static final Pattern PATTERN = Pattern.compile(
            "(?<level>entries|[0-7])/(?<number>(?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    /** @throws io.gatehouse.kernel.ProblemException when the path is not written so, or has needless zeros */
    static TilePath parse(String path) {
        Matcher matcher = PATTERN.matcher(path);
        if (!matcher.matches() || matcher.group("number").startsWith("x000/")) {
            throw malformed();
        }
        String level = matcher.group("level");
        String width = matcher.group("width");
        int wide = width == null ? FULL : Integer.parseInt(width);
        if (width != null && wide >= FULL) {
            throw malformed();
        }
        return new TilePath(
                level.equals("entries") ? null : Integer.valueOf(level),
                Long.parseLong(matcher.group("number").replaceAll("[x/]", "")),
                wide);
    }

    /** Number of the first hash on its level, or of the first entry. */
    long first() {
        return number * FULL;
    }

    private static RuntimeException malformed() {
        return CommonProblem.INVALID.because("A tile is L/N, entries/N, L/N.p/W or entries/N.p/W: L is 0 to "
                + HIGHEST_LEVEL + ", N a number in groups of three digits such as 067 or x001/x234/067, W is 1 to 255");
    }
}
