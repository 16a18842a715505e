package io.gatehouse.ledger.timestamps;

/** There is no time stamp; the message says why, for whoever runs the server. */
final class StampException extends Exception {

    private static final long serialVersionUID = 1L;

    StampException(String message) {
        super(message);
    }

    StampException(String message, Throwable cause) {
        super(message, cause);
    }
}
