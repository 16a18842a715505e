package io.gatehouse.verifier.proof;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.encoding.StrictBase64;
import io.gatehouse.verifier.merkle.Hash;
import io.gatehouse.verifier.merkle.Proofs;
import io.gatehouse.verifier.note.Checkpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * C2SP {@code tlog-proof@v1}.
 *
 * @param extra what came along, here the entry's bytes; null if nothing did
 */
public record InclusionProof(byte @Nullable [] extra, long index, List<Hash> proof, Checkpoint checkpoint) {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final int MOST = 63;

    /** Reads one; nothing is checked yet. */
    public static InclusionProof parse(String text) throws MalformedException {
        ProofLines lines = new ProofLines(text);
        if (!lines.line().equals(FIRST_LINE)) {
            throw new MalformedException("it is no " + FIRST_LINE);
        }
        byte[] extra = lines.startsWith("extra ") ? StrictBase64.decode(lines.after("extra")) : null;
        long index = Checkpoint.size(lines.after("index"));
        List<Hash> proof = lines.hashes(MOST);
        return new InclusionProof(extra, index, proof, Checkpoint.parse(lines.rest()));
    }

    /** Whether the checkpoint's tree has these bytes at the index. */
    public boolean proves(byte[] entry) {
        return Proofs.rootByInclusion(index, checkpoint.size(), Hash.leaf(entry), proof)
                .filter(checkpoint.root()::equals)
                .isPresent();
    }
}
