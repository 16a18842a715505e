package io.gatehouse.santa.configuration;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Evaluates a path expression as a Mac would: from the beginning of the path. Done by a matcher that takes time linear in
 * the path, whatever the expression is; the price is that expressions with look-around or back-references stay unknown.
 */
public final class PathExpression {

    private static final int LONGEST_PATH = 4_096;

    private PathExpression() {}

    /** Whether a path matches. */
    public enum Match {
        YES,
        NO,
        UNKNOWN
    }

    /** Matches the whole path against an expression; an empty expression matches nothing. */
    public static Match match(String expression, String path) {
        if (expression.isEmpty()) {
            return Match.NO;
        }
        if (path.isEmpty() || path.length() > LONGEST_PATH) {
            return Match.UNKNOWN;
        }
        try {
            String anchored = expression.startsWith("^") ? expression : "^(?:" + expression + ")";
            return Pattern.compile(anchored).matcher(path).find() ? Match.YES : Match.NO;
        } catch (PatternSyntaxException e) {
            return Match.UNKNOWN;
        }
    }
}
