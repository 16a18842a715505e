package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.note.Seal;
import io.gatehouse.verifier.timestamp.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came out.
 *
 * @param refusals the first of all that is wrong
 * @param refusalCount how much is wrong
 * @param facts what is shown; null if anything is wrong
 */
public record Report(
        Verdict verdict,
        List<Refusal> refusals,
        long refusalCount,
        @Nullable Facts facts) {

    /** In a word. */
    public enum Verdict {
        /** It holds, by a key that is trusted. */
        PROVEN,
        /** Something is wrong. */
        REFUSED,
        /** It holds in itself; whose it is, nobody said. */
        CONSISTENT
    }

    /**
     * What is shown about an export. Nothing stands here that its checkpoint does not prove.
     *
     * @param whole whether each entry has a line
     * @param entries lines about entries, dropped ones too
     * @param seals by trusted keys; empty if none was brought
     * @param witnesses cosignatures by witnesses of the policy
     * @param timestamps that hold, also by authorities that nobody brought
     * @param kept size of the checkpoint that it was found to continue, −1 if none was kept
     * @param holds those not released; empty if not each entry has a line
     * @param withheld values that were left out
     * @param unproven what could not be checked with the keys that were brought
     */
    public record Facts(
            Checkpoint checkpoint,
            String organization,
            boolean whole,
            long entries,
            List<Seal> seals,
            List<Seal> witnesses,
            List<Timestamp> timestamps,
            long kept,
            List<Erasures.Erasure> erasures,
            List<Drops.Drop> drops,
            List<Holds.Hold> holds,
            long withheld,
            List<String> unproven) {

        /** When the checkpoint was made, if a trusted key said so. */
        public Optional<Instant> sealedAt() {
            return seals.stream().flatMap(seal -> seal.time().stream()).max(Comparator.naturalOrder());
        }

        /** The checkpoint to keep for the next visit. */
        public Kept toKeep() {
            return new Kept(checkpoint, seals);
        }
    }
}
