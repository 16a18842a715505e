package io.gatehouse.santa.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Mac will take a path expression. Macs use ICU, there is no ICU here: what Java does not take either is
 * refused, what only Java takes is refused by name, and where both take a text but mean different things there is a
 * warning. Nothing is ever evaluated with this matcher.
 */
final class PathExpressionCheck {

    /** Longest expression, in characters. */
    static final int MAXIMUM_LENGTH = 4_096;

    private static final Map<Pattern, String> JAVA_ONLY = Map.of(
            Pattern.compile("\\\\p\\{java"), "\\p{java…} exists in Java only",
            Pattern.compile("\\(\\?[a-zA-Z-]*[dUu]"), "the flags d, u and U exist in Java only",
            Pattern.compile("\\\\b\\{"), "\\b{…} exists in Java only");

    private static final Map<Pattern, String> DIFFERENT = different();

    /** Paths that have nothing in common: what matches them all matches everything. */
    private static final List<String> ANYWHERE = List.of("/a", "/Users/x/Downloads/y", "/private/tmp/z.bin");

    /** Quoted and single escaped characters, and sets: a bar or parenthesis in them is only itself. */
    private static final Pattern WITHOUT_MEANING = Pattern.compile("\\\\Q.*?(?:\\\\E|$)|\\\\.|\\[\\^?]?[^\\]]*]");

    private static final Pattern GROUP = Pattern.compile("\\([^()]*\\)");
    private static final Pattern LOOSE = Pattern.compile("\\|(?!\\^)");

    private PathExpressionCheck() {}

    /**
     * What was found.
     *
     * @param refusal why Macs could not use the expression; null when they can
     */
    record Verdict(@Nullable String refusal, List<String> warnings) {}

    static Verdict of(String expression) {
        if (expression.length() > MAXIMUM_LENGTH) {
            return refused("must have at most " + MAXIMUM_LENGTH + " characters");
        }
        if (expression.chars().anyMatch(Character::isISOControl)) {
            return refused("must not contain control characters");
        }
        for (Map.Entry<Pattern, String> construct : JAVA_ONLY.entrySet()) {
            if (construct.getKey().matcher(expression).find()) {
                return refused("is not one that Macs take: " + construct.getValue());
            }
        }
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            return refused("is no regular expression: " + e.getDescription() + " near index " + e.getIndex());
        }
        return new Verdict(null, warnings(expression));
    }

    private static List<String> warnings(String expression) {
        List<String> warnings = new ArrayList<>();
        DIFFERENT.forEach((construct, difference) -> {
            if (construct.matcher(expression).find()) {
                warnings.add("could not be checked fully here: " + difference);
            }
        });
        boolean everything =
                ANYWHERE.stream().allMatch(path -> PathExpression.match(expression, path) == PathExpression.Match.YES);
        if (everything) {
            warnings.add("matches every path");
        }
        if (hasLooseAlternative(expression)) {
            warnings.add("only the first alternative is bound to the beginning of the path: put all in (?:…)");
        }
        return warnings;
    }

    /** Whether a {@code |} outside of parentheses has something behind it that may match anywhere in a path. */
    private static boolean hasLooseAlternative(String expression) {
        String flat = WITHOUT_MEANING.matcher(expression).replaceAll("");
        for (String inner = ""; !inner.equals(flat); ) {
            inner = flat;
            flat = GROUP.matcher(inner).replaceAll("");
        }
        return LOOSE.matcher(flat).find();
    }

    private static Map<Pattern, String> different() {
        Map<Pattern, String> different = new LinkedHashMap<>();
        different.put(Pattern.compile("\\[:\\^?[a-z]+:]"), "[[:name:]] is a class on a Mac, a set of letters here");
        different.put(Pattern.compile("\\[[^]]*(?:--|&&)"), "set operations follow other rules on a Mac");
        different.put(Pattern.compile("\\\\p\\{Is"), "\\p{Is…} names other sets on a Mac");
        different.put(Pattern.compile("\\(\\?<[=!][^)]*[*+{]"), "look-behind has other limits on a Mac");
        different.put(
                Pattern.compile("\\\\[wdsb]"), "\\w, \\d, \\s and \\b know all scripts on a Mac, only ASCII here");
        return different;
    }

    private static Verdict refused(String why) {
        return new Verdict(why, List.of());
    }
}
