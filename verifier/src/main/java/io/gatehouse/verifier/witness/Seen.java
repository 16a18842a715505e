package io.gatehouse.verifier.witness;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.merkle.CompactRange;
import io.gatehouse.verifier.merkle.Hash;
import io.gatehouse.verifier.note.Checkpoint;
import java.util.List;

/** The latest tree of a log that the witness has cosigned. */
record Seen(long size, Hash root) {

    /** Before the first. */
    static final Seen NOTHING = new Seen(0, new CompactRange().root());

    static Seen parse(String text) throws MalformedException {
        List<String> lines = text.lines().toList();
        if (lines.size() != 3) {
            throw new MalformedException("a file of the witness's state is broken");
        }
        return new Seen(Checkpoint.size(lines.get(1)), Hash.ofBase64(lines.get(2)));
    }

    String text(String origin) {
        return origin + "\n" + size + "\n" + root + "\n";
    }
}
