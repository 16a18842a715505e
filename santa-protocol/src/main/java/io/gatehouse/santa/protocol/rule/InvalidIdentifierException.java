package io.gatehouse.santa.protocol.rule;

/** An identifier that no client would match. The message says what the rule type demands; it is fit for showing. */
public final class InvalidIdentifierException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidIdentifierException(String message) {
        super(message);
    }
}
