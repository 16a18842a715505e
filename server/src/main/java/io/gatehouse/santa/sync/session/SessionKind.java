package io.gatehouse.santa.sync.session;

/** What a session sends. */
public enum SessionKind {
    /** What changed since the sequence that the Mac holds. */
    INCREMENT("The changes since the last sync"),
    /** From one policy or client class to another: removals, then everything from the first row that differs. */
    DIFFERENCE("The difference to the policy that now applies"),
    /** Everything, to a Mac of which nothing is known. */
    SNAPSHOT("All rules, because nothing was known of the Mac"),
    /** Everything with the removals, because the Mac reports other rules than it should hold. */
    HEAL("All rules again, because the Mac reported other rules than it should hold"),
    /** Everything, after the Mac dropped its rules. */
    CLEAN("All rules after a clean start");

    private final String explanation;

    SessionKind(String explanation) {
        this.explanation = explanation;
    }

    /** In words, for a device's history. */
    public String explanation() {
        return explanation;
    }

    /** Whether a Mac that took it should have no other rules: if its hash still differs, sending more will not help. */
    boolean isWhole() {
        return switch (this) {
            case SNAPSHOT, HEAL, CLEAN -> true;
            case INCREMENT, DIFFERENCE -> false;
        };
    }
}
