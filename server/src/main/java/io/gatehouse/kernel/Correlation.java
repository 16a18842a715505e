package io.gatehouse.kernel;

import java.util.UUID;
import org.slf4j.MDC;

/** The id that ties together the log lines, ledger entries and answers of one request or one piece of queued work. */
public final class Correlation {

    /** Key in the log's context. */
    public static final String KEY = "correlationId";

    private Correlation() {}

    /** The current id; a fresh one when none was opened. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? UUID.randomUUID().toString() : id;
    }

    /** Opens an id for the running thread until closed. */
    public static MDC.MDCCloseable open(String id) {
        return MDC.putCloseable(KEY, id);
    }
}
