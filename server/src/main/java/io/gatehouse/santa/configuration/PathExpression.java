package io.gatehouse.santa.configuration;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Evaluates a path expression as a Mac would: the client puts a {@code ^} before one that has none, and searches. Of
 * {@code a|b} therefore only {@code a} is bound to the path's beginning. Done by a matcher that takes time linear in the
 * path, whatever the expression is; the price is that expressions with look-around or back-references stay unknown.
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

    /** Whether the expression is found in the path; an empty one, which Macs take for none, never is. */
    public static Match match(String expression, String path) {
        if (expression.isEmpty()) {
            return Match.NO;
        }
        if (path.isEmpty() || path.length() > LONGEST_PATH) {
            return Match.UNKNOWN;
        }
        try {
            String anchored = expression.startsWith("^") ? expression : "^" + expression;
            return Pattern.compile(anchored).matcher(path).find() ? Match.YES : Match.NO;
        } catch (PatternSyntaxException e) {
            return Match.UNKNOWN;
        }
    }
}
