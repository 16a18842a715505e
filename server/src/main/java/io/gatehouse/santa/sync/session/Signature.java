package io.gatehouse.santa.sync.session;

/**
 * By what a Mac's rule table is recognized: the exact hash that clients from 2025.8 report, or for others the numbers of
 * rules that a server gave.
 */
public final class Signature {

    private static final String COUNTS = "counts:";

    private Signature() {}

    /** The signature of a client without an exact hash. */
    public static String of(RuleCounts counts) {
        return COUNTS + (counts.binary() - counts.transitive()) + "/" + counts.certificate() + "/" + counts.teamId()
                + "/" + counts.signingId() + "/" + counts.cdhash();
    }

    /** Whether it proves the table row by row. */
    public static boolean isExact(String signature) {
        return !signature.isEmpty() && !signature.startsWith(COUNTS);
    }

    /** Whether both are of the same kind, so that a difference means something. */
    static boolean comparable(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && isExact(one) == isExact(other);
    }
}
