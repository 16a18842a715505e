package io.gatehouse.verifier.encoding;

/** Something is not written as it must be; the message says what, to be read after "line 7: ". */
public final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;

    public MalformedException(String message) {
        super(message);
        this.what = message;
    }

    /** What is wrong. */
    public String what() {
        return what;
    }
}
