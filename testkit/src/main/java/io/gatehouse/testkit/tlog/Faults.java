package io.gatehouse.testkit.tlog;

/** What is wrong with a log. */
final class Faults {

    private Faults() {}

    static void unless(boolean right, String fault) {
        if (!right) {
            throw new LogFault(fault);
        }
    }
}
