package io.gatehouse.testkit.fleet.rules;

import java.util.Locale;

/** What a rule's identifier names, with the integer under which Santa stores it and the first release that knows it. */
public enum RuleType {
    /** SHA-256 of the whole file. */
    BINARY(1000, 0, 0, "[0-9a-f]{64}"),
    /** SHA-256 of the leaf certificate. */
    CERTIFICATE(3000, 0, 0, "[0-9a-f]{64}"),
    /** Ten alphanumeric characters. */
    TEAMID(4000, 2022, 1, "[0-9A-Z]{10}"),
    /** Team (or {@code platform}) and signing identifier. */
    SIGNINGID(2000, 2023, 1, "([0-9A-Z]{10}|platform):.+"),
    /** Code directory hash. */
    CDHASH(500, 2024, 6, "[0-9a-f]{40}");

    private final int stored;
    private final int sinceYear;
    private final int sinceMonth;
    private final String format;

    RuleType(int stored, int sinceYear, int sinceMonth, String format) {
        this.stored = stored;
        this.sinceYear = sinceYear;
        this.sinceMonth = sinceMonth;
        this.format = format;
    }

    /** The integer in the rule table. */
    public int stored() {
        return stored;
    }

    /** Whether a release can hold rules of this type. */
    public boolean knownTo(ClientVersion version) {
        return version.atLeast(sinceYear, sinceMonth);
    }

    /** The client's own normal form: hashes lower, teams upper, {@code platform} lower, the signing id's case kept. */
    public String normalize(String identifier) {
        return switch (this) {
            case BINARY, CERTIFICATE, CDHASH -> identifier.toLowerCase(Locale.ROOT);
            case TEAMID -> identifier.toUpperCase(Locale.ROOT);
            case SIGNINGID -> normalizeSigningId(identifier);
        };
    }

    private static String normalizeSigningId(String identifier) {
        int colon = identifier.indexOf(':');
        if (colon < 0) {
            return identifier;
        }
        String team = identifier.substring(0, colon);
        String normal = team.equalsIgnoreCase("platform") ? "platform" : team.toUpperCase(Locale.ROOT);
        return normal + identifier.substring(colon);
    }

    /** Whether a normalized identifier has the form of this type. */
    public boolean accepts(String normalized) {
        return normalized.matches(format);
    }
}
