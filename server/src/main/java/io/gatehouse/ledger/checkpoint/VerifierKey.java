package io.gatehouse.ledger.checkpoint;

import io.gatehouse.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Half of a key, under the name of a log, that checks the log's signatures. C2SP signed-note. */
record VerifierKey(String name, SignatureType type, byte[] publicKey) {

    static final int ID_BYTES = 4;

    /** Tells which key made a signature. */
    byte[] id() {
        MessageDigest digest = Sha256.digest();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typeAndKey()), ID_BYTES);
    }

    /** As it is published. */
    String text() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typeAndKey());
    }

    private byte[] typeAndKey() {
        return ByteBuffer.allocate(1 + publicKey.length)
                .put((byte) type.code())
                .put(publicKey)
                .array();
    }
}
