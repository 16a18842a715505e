package io.gatehouse.santa.sync.session;

/**
 * What a Mac will report that holds exactly what it shall.
 *
 * @param head sequence of the last change that it takes into account
 * @param textless whether no rule has texts, which the hash does not cover: equal hashes then mean equal rules
 */
public record Prediction(long head, String hash, RuleCounts counts, boolean textless) {

    /** The signature by which a client is recognized. */
    public String signature(boolean exact) {
        return exact ? hash : Signature.of(counts);
    }
}
