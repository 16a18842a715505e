package io.gatehouse.santa.sync.credential;

/** A call of a Mac that is not served. The message is for the log and for the Mac's administrator; it holds no secret. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, and with which status: chosen by what Santa's client does with it. */
    public enum Reason {
        /** Ends the sync at once with present clients. Clients before 2026.4 try four more times. */
        SECRET(401, "There is no such enrolment secret, or it was retired"),
        /** The client asks for a token and tries once more; a second 403 is final. */
        XSRF(403, "A token is demanded; the xsrf stage gives one"),
        OTHER_CREDENTIAL(403, "This machine id is bound to another credential"),
        RETIRED(403, "This device was retired"),
        FULL(403, "The enrolment has as many devices as it may have"),
        MALFORMED(400, "The request cannot be read"),
        CURSOR(400, "The cursor is not one of this device's session"),
        /** The sync ends and nothing of it is applied; the next one starts anew. */
        SESSION_GONE(410, "The rules changed during the download"),
        NOT_FOUND(404, "There is no such stage"),
        METHOD(405, "Only POST is served"),
        TOO_LARGE(413, "The request is too large"),
        UNSUPPORTED(415, "The content type or coding is not supported"),
        /** Tried again by the client after a pause. */
        BUSY(503, "Too much is waiting to be stored");

        private final int status;
        private final String title;

        Reason(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** HTTP status of the answer. */
        public int status() {
            return status;
        }

        /** Short sentence that is the same for every occurrence. */
        public String title() {
            return title;
        }
    }

    private final Reason reason;

    /** A refusal that needs no more words. */
    public Refused(Reason reason) {
        this(reason, reason.title());
    }

    /** A refusal with a detail that names the allowed form. */
    public Refused(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
