package io.gatehouse.testkit.fleet.wire;

/** Bytes that the simulated client cannot read as the message that it expects. */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what was read and what was expected. */
    public WireException(String message) {
        super(message);
    }

    WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
