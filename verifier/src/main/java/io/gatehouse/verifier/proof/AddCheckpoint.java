package io.gatehouse.verifier.proof;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.merkle.Hash;
import io.gatehouse.verifier.merkle.Proofs;
import io.gatehouse.verifier.note.Checkpoint;
import java.util.List;

/** A consistency proof and the checkpoint that it leads to, as C2SP {@code tlog-witness} writes them. */
public record AddCheckpoint(long oldSize, List<Hash> proof, Checkpoint checkpoint) {

    private static final int MOST = 63;

    /** Reads one; nothing is checked yet. */
    public static AddCheckpoint parse(String text) throws MalformedException {
        ProofLines lines = new ProofLines(text);
        long oldSize = Checkpoint.size(lines.after("old"));
        List<Hash> proof = lines.hashes(MOST);
        return new AddCheckpoint(oldSize, proof, Checkpoint.parse(lines.rest()));
    }

    /** Whether the checkpoint's tree begins with the one of the old size that has that root. */
    public boolean continues(Hash oldRoot) {
        return Proofs.isConsistent(oldSize, oldRoot, checkpoint.size(), checkpoint.root(), proof);
    }
}
