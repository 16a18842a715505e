package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.format.Trailer;
import io.gatehouse.verifier.merkle.Proofs;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.note.Seal;
import io.gatehouse.verifier.note.VerifierKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which keys of one log are trusted: those that were brought, and those that a key-rotate entry names which a checkpoint
 * covers that a trusted key signed.
 */
final class KeyTrust {

    private final Checkpoint checkpoint;
    private final List<Orders.Rotation> rotations;
    private final Set<VerifierKey> trusted = new LinkedHashSet<>();

    /**
     * @param checkpoint the one whose tree has the rotations
     * @param rotations by rising index
     */
    KeyTrust(Checkpoint checkpoint, List<Orders.Rotation> rotations) {
        this.checkpoint = checkpoint;
        this.rotations = rotations;
    }

    void bring(List<VerifierKey> keys) {
        keys.stream().filter(this::isOfLog).forEach(trusted::add);
    }

    /** Takes over the keys that were announced before a size that a trusted key vouches for. */
    void vouchedUpTo(long size) {
        for (Orders.Rotation rotation : rotations) {
            if (rotation.index() < size) {
                bring(rotation.keys());
            }
        }
    }

    /** Goes from key to key by the checkpoints that the older one signed. */
    void follow(List<Trailer.Growth> handovers) throws MalformedException {
        for (Trailer.Growth handover : handovers) {
            Checkpoint before = handover.checkpoint();
            boolean grows = before.origin().equals(checkpoint.origin())
                    && Proofs.isConsistent(
                            before.size(), before.root(), checkpoint.size(), checkpoint.root(), handover.proof());
            if (!grows) {
                throw new MalformedException("the checkpoint of size " + before.size()
                        + " that hands over to a new key does not belong to this log: it is a fork");
            }
            if (!seals(before).isEmpty()) {
                vouchedUpTo(before.size());
            }
        }
    }

    /** What trusted keys signed. */
    List<Seal> seals() throws MalformedException {
        return seals(checkpoint);
    }

    private List<Seal> seals(Checkpoint signed) throws MalformedException {
        return Kept.of(signed, List.copyOf(trusted)).seals();
    }

    private boolean isOfLog(VerifierKey key) {
        return key.name().equals(checkpoint.origin());
    }
}
