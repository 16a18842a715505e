package io.gatehouse.testkit.tlog;

/** The log, or a proof from it, does not hold. */
public final class LogFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogFault(String fault) {
        super(fault);
    }
}
