package io.gatehouse.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that a log itself sealed a checkpoint: by one signature of each type, under keys of the log, and nothing else. */
public final class NoteVerifier {

    static final String MARK = "— ";

    private final List<VerifierKey> keys;

    NoteVerifier(List<VerifierKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Whether the note says exactly this checkpoint, and its signatures hold. */
    public boolean holds(Checkpoint checkpoint, String note) {
        String text = checkpoint.text() + "\n";
        if (!note.startsWith(text) || !note.endsWith("\n")) {
            return false;
        }
        List<String> lines = note.substring(text.length()).lines().toList();
        return lines.size() == SignatureType.values().length
                && lines.stream()
                                .flatMap(line -> keys.stream().filter(key -> holds(key, checkpoint, line)))
                                .map(VerifierKey::type)
                                .collect(Collectors.toSet())
                                .size()
                        == SignatureType.values().length;
    }

    private static boolean holds(VerifierKey key, Checkpoint checkpoint, String line) {
        String start = MARK + key.name() + " ";
        if (!line.startsWith(start)) {
            return false;
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(line.substring(start.length()));
        } catch (IllegalArgumentException e) {
            return false;
        }
        byte[] id = key.id();
        return signature.length > id.length + Long.BYTES
                && Arrays.equals(id, Arrays.copyOf(signature, id.length))
                && switch (key.type()) {
                    case ED25519 ->
                        key.type()
                                .holds(
                                        key.publicKey(),
                                        checkpoint.text().getBytes(StandardCharsets.UTF_8),
                                        rest(signature, id.length));
                    case ML_DSA_44 ->
                        key.type()
                                .holds(
                                        key.publicKey(),
                                        LogKey.cosigned(
                                                checkpoint.origin(),
                                                checkpoint,
                                                ByteBuffer.wrap(signature).getLong(id.length)),
                                        rest(signature, id.length + Long.BYTES));
                };
    }

    private static byte[] rest(byte[] signature, int from) {
        return Arrays.copyOfRange(signature, from, signature.length);
    }
}
