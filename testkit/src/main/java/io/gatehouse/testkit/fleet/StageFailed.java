package io.gatehouse.testkit.fleet;

/** A stage of a sync that the client gave up. */
final class StageFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    StageFailed(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
