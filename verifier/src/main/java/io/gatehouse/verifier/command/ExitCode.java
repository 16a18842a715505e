package io.gatehouse.verifier.command;

/** What the process answers. */
enum ExitCode {
    /** Proven by a key that is trusted; or done. */
    PROVEN(0),
    /** Something does not hold. */
    REFUSED(1),
    /** It could not be checked. */
    UNREADABLE(2),
    /** It holds in itself, and no key was brought. */
    CONSISTENT(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
