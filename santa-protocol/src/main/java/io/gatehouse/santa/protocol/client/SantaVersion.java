package io.gatehouse.santa.protocol.client;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client's version, such as 2026.7.1. Versions before 2021 counted otherwise (0.9.34, 1.14) and come before all others by their numbers alone.
 * Development builds call themselves 9999 and come last.
 */
public record SantaVersion(int year, int release, int build) implements Comparable<SantaVersion> {

    /**
     * Stands for a version that cannot be read. It is taken to understand the least: a Mac that visibly misses a rule is safer than one that misreads
     * it.
     */
    public static final SantaVersion UNKNOWN = new SantaVersion(0, 0, 0);

    private static final Pattern NUMBERS = Pattern.compile(
            "\\s*v?(\\d{1,5})(?!\\d)(?:\\.(\\d{1,5})(?!\\d)(?:\\.(\\d{1,9})(?!\\d))?)?.*", Pattern.DOTALL);
    private static final Comparator<SantaVersion> ORDER = Comparator.comparingInt(SantaVersion::year)
            .thenComparingInt(SantaVersion::release)
            .thenComparingInt(SantaVersion::build);

    /** The version in a santa_version field; what follows the last readable number, such as a build note, is ignored. */
    public static SantaVersion parse(String text) {
        Matcher matcher = NUMBERS.matcher(text.length() > 100 ? text.substring(0, 100) : text);
        return matcher.matches()
                ? new SantaVersion(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)))
                : UNKNOWN;
    }

    @Override
    public int compareTo(SantaVersion other) {
        return ORDER.compare(this, other);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
