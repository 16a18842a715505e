package io.gatehouse.verifier.command;

/** The command cannot be carried out as it was given. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;

    UsageException(String message) {
        super(message);
        this.what = message;
    }

    /** What is wrong. */
    String what() {
        return what;
    }
}
