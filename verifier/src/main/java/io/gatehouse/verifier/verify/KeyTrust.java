package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.format.Trailer;
import io.gatehouse.verifier.merkle.Proofs;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.note.Seal;
import io.gatehouse.verifier.note.SignatureType;
import io.gatehouse.verifier.note.VerifierKey;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which keys of one log are trusted: those that were brought, and those that a key-rotate entry names which a checkpoint
 * covers that trusted keys signed.
 */
final class KeyTrust {

    private final Checkpoint checkpoint;
    private final List<Orders.Rotation> rotations;
    private final Set<VerifierKey> trusted = new LinkedHashSet<>();

    /** @param checkpoint the one whose tree has the rotations */
    KeyTrust(Checkpoint checkpoint, List<Orders.Rotation> rotations) {
        this.checkpoint = checkpoint;
        // A filtered export brings some of them as lines and the others after those.
        this.rotations = rotations.stream()
                .sorted(Comparator.comparingLong(Orders.Rotation::index))
                .toList();
    }

    void bring(List<VerifierKey> keys) {
        keys.stream().filter(key -> key.isOfLog(checkpoint.origin())).forEach(trusted::add);
    }

    /** Takes over the keys that were announced before a size that trusted keys vouch for. */
    void vouchedUpTo(long size) {
        for (int i = 0; i < rotations.size() && rotations.get(i).index() < size; i++) {
            List<VerifierKey> next = takeOver(rotations.get(i));
            if (checkpoint.size() > size) {
                retire(next, rotations.subList(i, rotations.size()));
            }
        }
    }

    /** A key vouches only for the next of its own type: who can forge one type must not bring in another. */
    private List<VerifierKey> takeOver(Orders.Rotation rotation) {
        Set<SignatureType> types = trusted.stream().map(VerifierKey::type).collect(Collectors.toSet());
        List<VerifierKey> next = rotation.keys().stream()
                .filter(key -> types.contains(key.type()))
                .toList();
        bring(next);
        return next;
    }

    /** What the log seals after it handed over, its older keys no longer prove: whoever got hold of one may have signed. */
    private void retire(List<VerifierKey> next, List<Orders.Rotation> rotations) {
        Set<SignatureType> types =
                next.stream().filter(trusted::contains).map(VerifierKey::type).collect(Collectors.toSet());
        Set<VerifierKey> current =
                rotations.stream().flatMap(rotation -> rotation.keys().stream()).collect(Collectors.toSet());
        trusted.removeIf(key -> types.contains(key.type()) && !current.contains(key));
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
            // Without any seal it is one of keys before those that were brought, and says nothing.
            if (!before.sealsBy(trusted).isEmpty()) {
                before.sealsByEachTypeOf(trusted);
                vouchedUpTo(before.size());
            }
        }
    }

    /** Whether no trusted key signed at all. */
    boolean isSilent() throws MalformedException {
        return checkpoint.sealsBy(trusted).isEmpty();
    }

    /**
     * What trusted keys signed; nothing if none is trusted.
     *
     * @throws MalformedException if keys of a type are trusted and none of them signed
     */
    List<Seal> seals() throws MalformedException {
        return checkpoint.sealsByEachTypeOf(trusted);
    }
}
