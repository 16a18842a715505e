package io.gatehouse.verifier.note;

import io.gatehouse.verifier.encoding.MalformedException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and the signatures under it.
 *
 * @param text with its last line's end
 */
record SignedNote(String text, List<NoteSignature> signatures) {

    private static final int LONGEST = 1 << 20;
    private static final int MOST_SIGNATURES = 100;

    static SignedNote parse(String note) throws MalformedException {
        int separator = note.lastIndexOf("\n\n");
        if (note.length() > LONGEST || separator < 0 || !note.endsWith("\n")) {
            throw new MalformedException("a signed note must be a text, an empty line, and signatures");
        }
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedException("a signed note must not have control characters");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        List<String> lines = note.substring(separator + 2).lines().toList();
        if (lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
            throw new MalformedException("a signed note must have 1 to " + MOST_SIGNATURES + " signatures");
        }
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, separator + 1), List.copyOf(signatures));
    }
}
