package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.json.JsonReader;
import io.gatehouse.verifier.json.JsonValue;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.policy.Policy;
import io.gatehouse.verifier.proof.AddCheckpoint;
import io.gatehouse.verifier.proof.InclusionProof;
import java.util.List;

/** Verifies single proofs; whatever does not hold is told by an exception. */
public final class ProofVerifier {

    private final Demands demands;

    public ProofVerifier(Demands demands) {
        this.demands = demands;
    }

    /**
     * Checks that a log has an entry.
     *
     * @return the checkpoint with the seals of trusted keys; none if no key was brought
     */
    public Kept inclusion(InclusionProof proof, byte[] bytes) throws MalformedException {
        if (!proof.proves(bytes)) {
            throw new MalformedException("the log's tree of "
                    + proof.checkpoint().size() + " entries does not have this" + " entry at index " + proof.index());
        }
        if (!(JsonReader.read(bytes) instanceof JsonValue.Members json)) {
            throw new MalformedException("the entry is no JSON object");
        }
        Entry entry = Entry.of(new Place(0, proof.index()), json);
        if (!proof.checkpoint().origin().endsWith("/ledger/" + entry.organization())) {
            throw new MalformedException("the entry is of organization " + entry.organization());
        }
        return sealed(proof.checkpoint());
    }

    /**
     * Checks that a log continues the checkpoint that was kept.
     *
     * @return the newer checkpoint with the seals of trusted keys
     */
    public Kept consistency(AddCheckpoint proof, Kept kept) throws MalformedException {
        Checkpoint before = kept.checkpoint();
        if (!before.origin().equals(proof.checkpoint().origin())) {
            throw new MalformedException("the checkpoint that you kept is of " + before.origin());
        }
        if (before.size() != proof.oldSize()) {
            throw new MalformedException(
                    "the proof is from " + proof.oldSize() + " entries, you kept a checkpoint of " + before.size());
        }
        if (!proof.continues(before.root())) {
            throw new MalformedException("the log is not the one that you saw: it does not continue the checkpoint of "
                    + before.size() + " entries that you kept");
        }
        return sealed(proof.checkpoint());
    }

    private Kept sealed(Checkpoint checkpoint) throws MalformedException {
        KeyTrust trust = new KeyTrust(checkpoint, List.of());
        trust.bring(demands.keys());
        Kept kept = demands.kept();
        if (kept != null) {
            trust.bring(kept.keys());
        }
        Kept sealed = new Kept(checkpoint, trust.seals());
        if (demands.bringKeys() && sealed.seals().isEmpty()) {
            throw new MalformedException(
                    "the checkpoint of " + checkpoint.origin() + " has no signature by a key that is trusted");
        }
        Policy policy = demands.policy();
        if (policy != null) {
            policy.check(checkpoint);
        }
        return sealed;
    }
}
