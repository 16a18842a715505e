package io.gatehouse.santa.durable;

/** An item was not made durable, because too much is waiting or the database failed. It may be brought again. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BusyException(String message) {
        super(message);
    }

    BusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
