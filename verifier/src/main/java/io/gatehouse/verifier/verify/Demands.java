package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.note.VerifierKey;
import io.gatehouse.verifier.policy.Policy;
import io.gatehouse.verifier.timestamp.Authorities;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever verifies brings along.
 *
 * @param keys the log's keys, those of the policy too
 * @param kept the checkpoint of an earlier visit; null if there was none
 * @param policy who must have witnessed; null if nobody need have
 * @param authorities whose time stamps count
 */
public record Demands(
        List<VerifierKey> keys,
        @Nullable Kept kept,
        @Nullable Policy policy,
        Authorities authorities) {

    /** Without a policy and authorities. */
    public Demands(List<VerifierKey> keys, @Nullable Kept kept) {
        this(keys, kept, null, Authorities.none());
    }

    /** Whether a key was brought at all. */
    boolean bringKeys() {
        return !keys.isEmpty() || kept != null;
    }
}
