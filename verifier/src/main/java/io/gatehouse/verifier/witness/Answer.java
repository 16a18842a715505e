package io.gatehouse.verifier.witness;

/** What a witness answers over HTTP. */
record Answer(int status, String contentType, String body) {

    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer cosigned(String lines) {
        return new Answer(200, TEXT, lines);
    }

    static Answer refused(int status, String why) {
        return new Answer(status, TEXT, why + "\n");
    }

    /** The old size is not the latest that was cosigned. */
    static Answer conflict(long latest) {
        return new Answer(409, "text/x.tlog.size", latest + "\n");
    }
}
