package io.gatehouse.santa.sync.session;

/**
 * What a Mac will report that holds exactly what it shall.
 *
 * @param head sequence of the last change that it takes into account
 */
public record Prediction(long head, String hash, RuleCounts counts) {

    /** The signature by which a client is recognized. */
    public String signature(boolean exact) {
        return exact ? hash : Signature.of(counts);
    }
}
