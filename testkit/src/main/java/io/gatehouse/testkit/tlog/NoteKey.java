package io.gatehouse.testkit.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A verifier key of C2SP signed-note: Ed25519 (0x01) or ML-DSA-44 cosigner (0x06). */
record NoteKey(String name, byte[] id, int type, byte[] key) {

    private static final int ED25519 = 0x01;
    private static final int ML_DSA_44 = 0x06;
    private static final String ED25519_PREFIX = "302a300506032b6570032100";
    private static final String ML_DSA_44_PREFIX = "30820532300b06096086480165030403110382052100";

    static NoteKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        Faults.unless(parts.length == 3, "A verifier key is name+id+key");
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        byte[] id = HexFormat.of().parseHex(parts[1]);
        MessageDigest sha256 = Hashes.sha256();
        sha256.update((parts[0] + "\n").getBytes(StandardCharsets.UTF_8));
        Faults.unless(Arrays.equals(id, Arrays.copyOf(sha256.digest(typed), 4)), "The key's id is another key's");
        return new NoteKey(parts[0], id, typed[0], Arrays.copyOfRange(typed, 1, typed.length));
    }

    boolean made(String signer, byte[] signature) {
        return signer.equals(name) && Arrays.equals(id, Arrays.copyOf(signature, 4));
    }

    boolean verifies(String text, byte[] signature) {
        byte[] rest = Arrays.copyOfRange(signature, 4, signature.length);
        return switch (type) {
            case ED25519 -> verifies("Ed25519", ED25519_PREFIX, text.getBytes(StandardCharsets.UTF_8), rest);
            case ML_DSA_44 ->
                verifies(
                        "ML-DSA-44",
                        ML_DSA_44_PREFIX,
                        cosigned(text, ByteBuffer.wrap(rest).getLong()),
                        Arrays.copyOfRange(rest, 8, rest.length));
            default -> throw new LogFault("Keys of type " + type + " are not known here");
        };
    }

    private byte[] cosigned(String text, long time) {
        String[] lines = text.split("\n");
        byte[] signer = name.getBytes(StandardCharsets.UTF_8);
        byte[] origin = lines[0].getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(12 + 1 + signer.length + 8 + 1 + origin.length + 8 + 8 + 32)
                .put("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) signer.length)
                .put(signer)
                .putLong(time)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(Long.parseLong(lines[1]))
                .put(Base64.getDecoder().decode(lines[2]))
                .array();
    }

    private boolean verifies(String algorithm, String prefix, byte[] message, byte[] signature) {
        try {
            byte[] start = HexFormat.of().parseHex(prefix);
            byte[] encoded = ByteBuffer.allocate(start.length + key.length)
                    .put(start)
                    .put(key)
                    .array();
            PublicKey publicKey = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
