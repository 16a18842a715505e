package io.gatehouse.santa.sync.session;

/**
 * How many rules of each kind a Mac has.
 *
 * @param binary includes the transitive ones
 * @param compiler counted in their own type as well
 */
public record RuleCounts(
        long binary, long certificate, long compiler, long transitive, long teamId, long signingId, long cdhash) {

    /** No rules, or nothing reported yet. */
    public static final RuleCounts NONE = new RuleCounts(0, 0, 0, 0, 0, 0, 0);

    /** Whether there is at least as much of everything that people at a standalone Mac cannot remove. */
    boolean covers(RuleCounts served) {
        return binary - transitive >= served.binary - served.transitive
                && certificate >= served.certificate
                && teamId >= served.teamId
                && signingId >= served.signingId
                && cdhash >= served.cdhash;
    }
}
