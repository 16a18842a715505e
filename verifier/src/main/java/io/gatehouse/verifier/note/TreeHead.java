package io.gatehouse.verifier.note;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of a checkpoint: which log had how many entries under which root.
 *
 * @param origin which log
 */
public record TreeHead(String origin, long size, Hash root) {

    /** Reads the three lines. */
    public static TreeHead parse(String text) throws MalformedException {
        List<String> lines = text.lines().toList();
        // ML-DSA cosignatures say nothing of extension lines, so there must be none.
        if (lines.size() != 3
                || lines.contains("")
                || lines.getFirst().getBytes(StandardCharsets.UTF_8).length > VerifierKey.LONGEST_NAME) {
            throw new MalformedException("a checkpoint must be the three lines origin, size, root, and signatures");
        }
        return new TreeHead(lines.get(0), Checkpoint.size(lines.get(1)), Hash.ofBase64(lines.get(2)));
    }

    /** As it is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }
}
