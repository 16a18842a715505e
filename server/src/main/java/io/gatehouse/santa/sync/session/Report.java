package io.gatehouse.santa.sync.session;

/**
 * What a Mac says of its rules when a sync begins.
 *
 * @param signature see {@link Signature}
 * @param wantsClean it lost its rules, is new, or its person asked
 * @param standalone people at the Mac may make rules
 * @param pushed a push message made it sync
 */
public record Report(String signature, RuleCounts counts, boolean wantsClean, boolean standalone, boolean pushed) {

    /** Of a Mac that asks for rules and says nothing: what it said last. */
    public static Report asBefore(SyncState state) {
        return new Report(state.reported(), state.counts(), false, false, false);
    }

    boolean is(String other) {
        return signature.equals(other);
    }

    HashState matched() {
        return Signature.isExact(signature) ? HashState.EXACT : HashState.COUNTS;
    }
}
