package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.note.VerifierKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever verifies brings along.
 *
 * @param keys the log's keys, from where they trust
 * @param kept the checkpoint of an earlier visit; null if there was none
 */
public record Demands(List<VerifierKey> keys, @Nullable Kept kept) {

    /** Whether a key was brought at all. */
    boolean bringKeys() {
        return !keys.isEmpty() || kept != null;
    }
}
