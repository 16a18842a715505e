package io.gatehouse.santa.events;

/** The intake cannot store more at present. The client repeats its upload later. */
public final class IntakeBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IntakeBusyException(String message) {
        super(message);
    }

    IntakeBusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
