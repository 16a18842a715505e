package io.gatehouse.identity.saml;

/** Ends the check of a message; never leaves this package. */
final class RefusedMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal reason;
    private final String detail;

    RefusedMessage(Refusal reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    Refusal reason() {
        return reason;
    }

    String detail() {
        return detail;
    }
}
