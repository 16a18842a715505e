package io.gatehouse.verifier.note;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a log's tree was at one size: a signed note of origin, size and root. */
public final class Checkpoint {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final String whole;
    private final SignedNote note;
    private final String origin;
    private final long size;
    private final Hash root;
    /** What was checked once, because the same key is asked for as named and as trusted. */
    private final Map<VerifierKey, Seal> seals = new HashMap<>();

    private Checkpoint(String whole, SignedNote note, List<String> lines) throws MalformedException {
        this.whole = whole;
        this.note = note;
        this.origin = lines.get(0);
        this.size = size(lines.get(1));
        this.root = Hash.ofBase64(lines.get(2));
    }

    /** Reads a signed note; signatures are not checked yet. */
    public static Checkpoint parse(String text) throws MalformedException {
        SignedNote note = SignedNote.parse(text);
        List<String> lines = note.text().lines().toList();
        // ML-DSA cosignatures say nothing of extension lines, so there must be none.
        if (lines.size() != 3 || lines.contains("") || utf8(lines.getFirst()).length > VerifierKey.LONGEST_NAME) {
            throw new MalformedException("a checkpoint must be the three lines origin, size, root, and signatures");
        }
        return new Checkpoint(text, note, lines);
    }

    /** Reads a tree's size. */
    public static long size(String digits) throws MalformedException {
        if (!SIZE.matcher(digits).matches()) {
            throw new MalformedException("a size must be a decimal number without leading zeros");
        }
        return Long.parseLong(digits);
    }

    /** Which log. */
    public String origin() {
        return origin;
    }

    /** How many entries. */
    public long size() {
        return size;
    }

    /** Hash over all of them. */
    public Hash root() {
        return root;
    }

    /** What was signed. */
    public String text() {
        return note.text();
    }

    /** The whole note as it was read. */
    @Override
    public String toString() {
        return whole;
    }

    /**
     * What a key's signatures under the note are worth.
     *
     * @return nothing if there is none of the key
     * @throws MalformedException if there is one that does not hold
     */
    public Optional<Seal> sealBy(VerifierKey key) throws MalformedException {
        if (!seals.containsKey(key)) {
            for (NoteSignature signature : note.signatures()) {
                if (signature.isBy(key)) {
                    seals.put(key, check(key, signature));
                }
            }
        }
        return Optional.ofNullable(seals.get(key));
    }

    private Seal check(VerifierKey key, NoteSignature signature) throws MalformedException {
        ByteBuffer bytes = ByteBuffer.wrap(signature.bytes());
        long time = 0;
        if (key.type().hasTime() && bytes.remaining() > Long.BYTES) {
            time = bytes.getLong();
        }
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        if (time < 0 || !key.holds(message(key, time), rest)) {
            throw new MalformedException("the signature of " + key.name() + " under the checkpoint does not hold");
        }
        return new Seal(key, time);
    }

    /** What a key of that name and type signs at that time. */
    byte[] message(VerifierKey key, long time) {
        return switch (key.type()) {
            case ED25519 -> utf8(text());
            case COSIGNATURE_ED25519 -> utf8("cosignature/v1\ntime " + time + "\n" + text());
            case COSIGNATURE_ML_DSA_44 -> subtree(utf8(key.name()), time);
        };
    }

    private byte[] subtree(byte[] name, long time) {
        byte[] log = utf8(origin);
        return ByteBuffer.allocate(12 + 1 + name.length + 8 + 1 + log.length + 8 + 8 + Hash.LENGTH)
                .put(utf8("subtree/v1\n\0"))
                .put((byte) name.length)
                .put(name)
                .putLong(time)
                .put((byte) log.length)
                .put(log)
                .putLong(0)
                .putLong(size)
                .put(root.bytes())
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
