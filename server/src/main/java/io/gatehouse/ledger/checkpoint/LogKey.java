package io.gatehouse.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** One version of the keys that sign checkpoints: one for each signature type, shared by all logs. */
public final class LogKey {

    private static final byte[] COSIGNATURE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    private final List<Half> halves;

    LogKey(List<Half> halves) {
        this.halves = List.copyOf(halves);
    }

    /** The key of one signature type. */
    record Half(SignatureType type, byte[] publicKey, PrivateKey privateKey) {

        @Override
        public String toString() {
            return "Half[" + type + "]";
        }
    }

    /** The public halves, under the name of a log. */
    List<VerifierKey> verifierKeys(String origin) {
        return halves.stream()
                .map(half -> new VerifierKey(origin, half.type(), half.publicKey()))
                .toList();
    }

    /** The checkpoint as a signed note, sealed at that time. */
    public String sign(Checkpoint checkpoint, Instant at) {
        StringBuilder note = new StringBuilder(checkpoint.text()).append('\n');
        for (Half half : halves) {
            note.append("— ")
                    .append(checkpoint.origin())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(signature(half, checkpoint, at.getEpochSecond())))
                    .append('\n');
        }
        return note.toString();
    }

    private static byte[] signature(Half half, Checkpoint checkpoint, long time) {
        byte[] id = new VerifierKey(checkpoint.origin(), half.type(), half.publicKey()).id();
        return switch (half.type()) {
            case ED25519 -> {
                byte[] text = checkpoint.text().getBytes(StandardCharsets.UTF_8);
                byte[] signature = half.type().sign(half.privateKey(), text);
                yield ByteBuffer.allocate(id.length + signature.length)
                        .put(id)
                        .put(signature)
                        .array();
            }
            case ML_DSA_44 -> {
                byte[] signature = half.type().sign(half.privateKey(), cosigned(checkpoint.origin(), checkpoint, time));
                yield ByteBuffer.allocate(id.length + Long.BYTES + signature.length)
                        .put(id)
                        .putLong(time)
                        .put(signature)
                        .array();
            }
        };
    }

    /** The {@code cosigned_message} of C2SP tlog-cosignature; a log is its own first cosigner. */
    static byte[] cosigned(String cosigner, Checkpoint checkpoint, long time) {
        byte[] name = cosigner.getBytes(StandardCharsets.UTF_8);
        byte[] log = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(COSIGNATURE.length
                        + (1 + name.length)
                        + (1 + log.length)
                        + 3 * Long.BYTES
                        + checkpoint.root().length)
                .put(COSIGNATURE)
                .put((byte) name.length)
                .put(name)
                .putLong(time)
                .put((byte) log.length)
                .put(log)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root())
                .array();
    }
}
