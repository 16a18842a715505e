package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.format.Trailer;
import io.gatehouse.verifier.merkle.Hash;
import io.gatehouse.verifier.merkle.Proofs;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.note.Seal;
import io.gatehouse.verifier.note.SignatureType;
import io.gatehouse.verifier.note.VerifierKey;
import io.gatehouse.verifier.policy.Policy;
import io.gatehouse.verifier.timestamp.Timestamp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks who signed an export's checkpoint, and that it continues the one that was kept. */
final class SealCheck {

    private final Demands demands;
    private final Findings findings;

    SealCheck(Demands demands, Findings findings) {
        this.demands = demands;
        this.findings = findings;
    }

    /**
     * The seals of trusted keys.
     *
     * @param keptRoot the root at the kept size, if lines gave it
     */
    List<Seal> check(Trailer trailer, List<Orders.Rotation> rotations, @Nullable Hash keptRoot) {
        attempt(() -> selfConsistent(trailer));
        attempt(() -> continuesKept(trailer, keptRoot));
        List<Seal> seals = new ArrayList<>();
        if (demands.bringKeys()) {
            attempt(() -> seals.addAll(trusted(trailer, rotations)));
        }
        return seals;
    }

    /** The cosignatures of witnesses that the policy names. */
    List<Seal> witnesses(Checkpoint checkpoint) {
        List<Seal> seals = new ArrayList<>();
        Policy policy = demands.policy();
        if (policy != null) {
            attempt(() -> seals.addAll(policy.check(checkpoint)));
        }
        return seals;
    }

    /** All must hold; and one must be by an authority that was brought, if any was. */
    List<Timestamp> timestamps(Trailer trailer) {
        List<Timestamp> timestamps = new ArrayList<>();
        byte[] text = trailer.checkpoint().text().getBytes(StandardCharsets.UTF_8);
        for (byte[] token : trailer.timestamps()) {
            attempt(() -> timestamps.add(demands.authorities().check(token, text)));
        }
        if (timestamps.stream().noneMatch(Timestamp::trusted)
                && !demands.authorities().isEmpty()) {
            findings.refuse("the checkpoint has no time stamp by an authority that you brought");
        }
        return timestamps;
    }

    private interface Check {
        void run() throws MalformedException;
    }

    /** Each check tells what it finds, whatever the others found. */
    private void attempt(Check check) {
        try {
            check.run();
        } catch (MalformedException e) {
            findings.refuse(e.what());
        }
    }

    /** The file names the keys that signed: their signatures must hold, whether anybody trusts the keys or not. */
    private static void selfConsistent(Trailer trailer) throws MalformedException {
        List<VerifierKey> keys = trailer.keys();
        if (keys == null) {
            return;
        }
        bothSigned(trailer.checkpoint(), keys);
        for (Trailer.Growth handover : trailer.handovers()) {
            bothSigned(handover.checkpoint(), keys);
        }
    }

    private static void bothSigned(Checkpoint checkpoint, List<VerifierKey> keys) throws MalformedException {
        Set<SignatureType> types =
                checkpoint.sealsBy(keys).stream().map(seal -> seal.key().type()).collect(Collectors.toSet());
        for (SignatureType type : SignatureType.OF_LOGS) {
            if (!types.contains(type)) {
                throw new MalformedException("the checkpoint of " + checkpoint.size() + " entries has no "
                        + type.algorithm() + " signature by a key that the file names");
            }
        }
    }

    private List<Seal> trusted(Trailer trailer, List<Orders.Rotation> rotations) throws MalformedException {
        KeyTrust trust = new KeyTrust(trailer.checkpoint(), rotations);
        trust.bring(demands.keys());
        Kept kept = demands.kept();
        if (kept != null) {
            trust.bring(kept.keys());
            trust.vouchedUpTo(kept.checkpoint().size());
        }
        trust.follow(trailer.handovers());
        List<Seal> seals = trust.seals();
        if (seals.isEmpty()) { // Keys of other logs only were brought.
            throw new MalformedException("the checkpoint of "
                    + trailer.checkpoint().origin() + " has no signature by a key that is trusted");
        }
        return seals;
    }

    private void continuesKept(Trailer trailer, @Nullable Hash keptRoot) throws MalformedException {
        Kept kept = demands.kept();
        if (kept == null) {
            return;
        }
        Checkpoint before = kept.checkpoint();
        Checkpoint now = trailer.checkpoint();
        if (!before.origin().equals(now.origin())) {
            throw new MalformedException(
                    "the checkpoint that you kept is of " + before.origin() + ", this one of " + now.origin());
        }
        if (before.size() > now.size()) {
            throw new MalformedException("the log had " + before.size() + " entries when you kept its checkpoint, this"
                    + " export is of " + now.size() + ": it is older, or the log was cut");
        }
        boolean grows = keptRoot != null ? keptRoot.equals(before.root()) : proves(trailer, before);
        if (!grows) {
            throw new MalformedException("the log is not the one that you saw: it does not continue the checkpoint of "
                    + before.size() + " entries that you kept");
        }
    }

    private static boolean proves(Trailer trailer, Checkpoint before) throws MalformedException {
        Checkpoint now = trailer.checkpoint();
        Trailer.Consistency consistency = trailer.consistency();
        if (before.size() == now.size() || before.size() == 0) {
            return Proofs.isConsistent(before.size(), before.root(), now.size(), now.root(), List.of());
        }
        if (consistency == null || consistency.from() != before.size()) {
            throw new MalformedException("the export does not prove that it continues the checkpoint of "
                    + before.size() + " entries that you kept: have it exported with that size");
        }
        return Proofs.isConsistent(before.size(), before.root(), now.size(), now.root(), consistency.proof());
    }
}
