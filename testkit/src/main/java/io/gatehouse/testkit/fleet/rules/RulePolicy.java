package io.gatehouse.testkit.fleet.rules;

/** What a rule says, with the integer under which Santa stores it and the first release that knows it. */
public enum RulePolicy {
    ALLOWLIST(1, 0, 0),
    BLOCKLIST(2, 0, 0),
    SILENT_BLOCKLIST(3, 0, 0),
    /** An instruction rather than a row. */
    REMOVE(4, 0, 0),
    ALLOWLIST_COMPILER(5, 0, 0),
    /** Made by the host for what an allowed compiler wrote. */
    TRANSITIVE(6, 0, 0),
    /** Made by a person in standalone mode for a file. */
    LOCAL_BINARY(7, 2024, 11),
    /** Made by a person in standalone mode for a signing identifier. */
    LOCAL_SIGNINGID(8, 2024, 11),
    CEL(9, 2025, 6),
    SILENT_GUI_BLOCKLIST(12, 2026, 6),
    SILENT_TTY_BLOCKLIST(13, 2026, 6);

    private final int stored;
    private final int sinceYear;
    private final int sinceMonth;

    RulePolicy(int stored, int sinceYear, int sinceMonth) {
        this.stored = stored;
        this.sinceYear = sinceYear;
        this.sinceMonth = sinceMonth;
    }

    /** The integer in the rule table. */
    public int stored() {
        return stored;
    }

    /** Whether a release can hold rules of this policy. */
    public boolean knownTo(ClientVersion version) {
        return version.atLeast(sinceYear, sinceMonth);
    }

    /** Whether only the host itself makes such rules. */
    public boolean madeByHost() {
        return this == TRANSITIVE || this == LOCAL_BINARY || this == LOCAL_SIGNINGID;
    }

    /** Whether what the rule names runs; what CEL says is not known here. */
    public boolean allows() {
        return this == ALLOWLIST || this == ALLOWLIST_COMPILER || madeByHost();
    }
}
