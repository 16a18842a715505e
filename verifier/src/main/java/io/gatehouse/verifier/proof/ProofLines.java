package io.gatehouse.verifier.proof;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.merkle.Hash;
import io.gatehouse.verifier.merkle.HashList;
import java.util.ArrayList;
import java.util.List;

/** Goes through a text of lines of which each has its end. */
final class ProofLines {

    private final String text;
    private int position;

    ProofLines(String text) {
        this.text = text;
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, position);
    }

    String line() throws MalformedException {
        int end = text.indexOf('\n', position);
        if (end < 0) {
            throw new MalformedException("it ends too early");
        }
        String line = text.substring(position, end);
        position = end + 1;
        return line;
    }

    /** What a line says after its first word. */
    String after(String word) throws MalformedException {
        String line = line();
        if (!line.startsWith(word + " ")) {
            throw new MalformedException("a line should begin with \"" + word + " \"");
        }
        return line.substring(word.length() + 1);
    }

    /** The hashes up to an empty line. */
    List<Hash> hashes(int most) throws MalformedException {
        List<String> hashes = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            hashes.add(line);
            if (hashes.size() > most) {
                throw new MalformedException("a proof has more than " + most + " hashes");
            }
        }
        return HashList.of(hashes);
    }

    String rest() {
        return text.substring(position);
    }
}
