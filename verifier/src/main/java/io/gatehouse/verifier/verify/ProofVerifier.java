package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.json.JsonReader;
import io.gatehouse.verifier.json.JsonValue;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.note.TreeHead;
import io.gatehouse.verifier.policy.Policy;
import io.gatehouse.verifier.proof.AddCheckpoint;
import io.gatehouse.verifier.proof.InclusionProof;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        proven(proof, bytes);
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
     * Checks that the log of logs has a checkpoint of an organization's log.
     *
     * @param text the checkpoint's
     * @return the checkpoint of the log of logs with the seals of trusted keys; none if no key was brought
     */
    public Kept covers(InclusionProof proof, byte[] text) throws MalformedException {
        proven(proof, text);
        TreeHead covered = TreeHead.parse(new String(text, StandardCharsets.UTF_8));
        if (!Arrays.equals(covered.text().getBytes(StandardCharsets.UTF_8), text)
                || !covered.origin().startsWith(proof.checkpoint().origin() + "/")) {
            throw new MalformedException("what the log of logs has there is no checkpoint of a log of its own");
        }
        return sealed(proof.checkpoint());
    }

    private static void proven(InclusionProof proof, byte[] bytes) throws MalformedException {
        if (!proof.proves(bytes)) {
            throw new MalformedException("the log's tree of "
                    + proof.checkpoint().size() + " entries does not have this entry at index " + proof.index());
        }
    }

    /**
     * Checks that a log continues the checkpoint that was kept. Such a proof has no place for a handover, so a log that
     * changed its keys meanwhile is told apart from one that is wrong.
     *
     * @return the newer checkpoint with the seals of trusted keys; none if only keys signed that are not known
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
        if (trust(proof.checkpoint()).isSilent()) {
            witnessed(proof.checkpoint());
            return new Kept(proof.checkpoint(), List.of());
        }
        return sealed(proof.checkpoint());
    }

    private KeyTrust trust(Checkpoint checkpoint) {
        KeyTrust trust = new KeyTrust(checkpoint, List.of());
        trust.bring(demands.keys());
        Kept kept = demands.kept();
        if (kept != null) {
            trust.bring(kept.keys());
        }
        return trust;
    }

    private Kept sealed(Checkpoint checkpoint) throws MalformedException {
        Kept sealed = new Kept(checkpoint, trust(checkpoint).seals());
        if (demands.bringKeys() && sealed.seals().isEmpty()) {
            throw new MalformedException(
                    "the checkpoint of " + checkpoint.origin() + " has no signature by a key that is trusted");
        }
        witnessed(checkpoint);
        return sealed;
    }

    private void witnessed(Checkpoint checkpoint) throws MalformedException {
        Policy policy = demands.policy();
        if (policy != null) {
            policy.check(checkpoint);
        }
    }
}
