package io.gatehouse.ledger.witness;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the witnesses.
 *
 * @param needed how many must have cosigned; 0 when nobody need have
 * @param size of the ledger's latest checkpoint
 */
record WitnessView(int needed, long size, List<AskedWitness> witnesses) {

    /**
     * One of them.
     *
     * @param size of the largest tree that it cosigned
     * @param outcome of the last conversation, if it did not end with a cosignature
     * @param detail that in one sentence
     */
    record AskedWitness(
            UUID id,
            String name,
            String url,
            List<String> keys,
            long size,
            @Nullable Instant cosignedAt,
            @Nullable Outcome outcome,
            @Nullable String detail,
            @Nullable Instant saidAt) {}

    /** What it said when it was asked just now. */
    record WitnessAnswer(Outcome outcome, String detail) {}
}
