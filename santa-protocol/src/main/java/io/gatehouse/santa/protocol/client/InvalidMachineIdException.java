package io.gatehouse.santa.protocol.client;

/** A path segment that names no machine: status 400. The message says what is allowed and repeats nothing of the input. */
public final class InvalidMachineIdException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidMachineIdException(String message) {
        super(message);
    }
}
