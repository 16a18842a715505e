package io.gatehouse.testkit.fleet.rules;

/** A Santa release; what a client sends and understands depends on it. */
public record ClientVersion(String text, int year, int month) implements Comparable<ClientVersion> {
    /** The newest release that the protocol facts describe. */
    public static final ClientVersion NEWEST = parse("2026.7.1");

    /** Reads texts such as {@code 2026.7} or {@code 2024.6.382}; a missing month counts as the first. */
    public static ClientVersion parse(String text) {
        String[] parts = text.split("\\.");
        return new ClientVersion(text, Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 1);
    }

    /** Whether this release is that one or a later one. */
    public boolean atLeast(int otherYear, int otherMonth) {
        return year != otherYear ? year > otherYear : month >= otherMonth;
    }

    @Override
    public int compareTo(ClientVersion other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(month, other.month);
    }
}
