package io.gatehouse.santa.protocol.wire;

/** A body that cannot be taken. The message names the place and the allowed form, and never repeats more than a few characters of the input. */
public final class WireException extends Exception {

    /** What is wrong, and so which status the client understands rightly; none of them is retried. */
    public enum Reason {
        /** Broken JSON, protobuf or compression: status 400. */
        MALFORMED,
        /** Beyond a limit of {@link WireLimits}: status 413. */
        TOO_LARGE,
        /** A content type or coding that nobody speaks: status 415. */
        UNSUPPORTED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    WireException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static WireException malformed(String message) {
        return new WireException(Reason.MALFORMED, message);
    }

    static WireException tooLarge(String message) {
        return new WireException(Reason.TOO_LARGE, message);
    }

    public Reason reason() {
        return reason;
    }
}
