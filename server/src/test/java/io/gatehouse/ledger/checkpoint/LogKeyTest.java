package io.gatehouse.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes against the words of C2SP signed-note, tlog-checkpoint and tlog-cosignature. */
final class LogKeyTest {

    private static final String ORIGIN = "gatehouse.example:8443/ledger/0198c0de-0000-7000-8000-000000000001";
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final byte[] ROOT = HexFormat.of().parseHex("ab".repeat(32));

    private final KeyPair ed25519 = SignatureType.ED25519.newKey();
    private final KeyPair mlDsa = SignatureType.ML_DSA_44.newKey();
    private final String note = new LogKey(
                    List.of(half(SignatureType.ED25519, ed25519), half(SignatureType.ML_DSA_44, mlDsa)))
            .sign(new Checkpoint(ORIGIN, 20_852_163, ROOT), AT);

    @Test
    void theTextIsOriginSizeAndRoot() {
        String[] lines = note.split("\n", -1);
        assertThat(lines).hasSize(7).endsWith("").startsWith(ORIGIN, "20852163", base64(ROOT), "");
        assertThat(lines[4]).startsWith("— " + ORIGIN + " ");
        assertThat(lines[5]).startsWith("— " + ORIGIN + " ");
    }

    @Test
    void ed25519SignsTheText() throws Exception {
        byte[] signature = signature(4);
        assertThat(signature).hasSize(4 + 64).startsWith(id(0x01, SignatureType.ED25519.publicKey(ed25519)));
        byte[] text = note.substring(0, note.indexOf("\n\n") + 1).getBytes(StandardCharsets.UTF_8);
        assertThat(verifies("Ed25519", ed25519.getPublic(), text, Arrays.copyOfRange(signature, 4, 68)))
                .isTrue();
    }

    @Test
    void mlDsaCosignsTheTreeAtTheTimeOfSealing() throws Exception {
        byte[] signature = signature(5);
        assertThat(signature).hasSize(4 + 8 + 2_420).startsWith(id(0x06, SignatureType.ML_DSA_44.publicKey(mlDsa)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream message = new DataOutputStream(bytes);
        message.write("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
        message.writeByte(ORIGIN.length());
        message.writeBytes(ORIGIN);
        message.writeLong(AT.getEpochSecond());
        message.writeByte(ORIGIN.length());
        message.writeBytes(ORIGIN);
        message.writeLong(0);
        message.writeLong(20_852_163);
        message.write(ROOT);
        assertThat(Arrays.copyOfRange(signature, 4, 12)).isEqualTo(time(AT.getEpochSecond()));
        assertThat(verifies(
                        "ML-DSA-44",
                        mlDsa.getPublic(),
                        bytes.toByteArray(),
                        Arrays.copyOfRange(signature, 12, signature.length)))
                .isTrue();
    }

    @Test
    void aVerifierKeyIsNameIdAndTypedKey() throws Exception {
        byte[] key = SignatureType.ED25519.publicKey(ed25519);
        String[] parts =
                new VerifierKey(ORIGIN, SignatureType.ED25519, key).text().split("\\+", 3);
        assertThat(parts[0]).isEqualTo(ORIGIN);
        assertThat(parts[1]).isEqualTo(HexFormat.of().formatHex(id(0x01, key)));
        assertThat(Base64.getDecoder().decode(parts[2]))
                .hasSize(33)
                .startsWith(0x01)
                .endsWith(key);
    }

    private static LogKey.Half half(SignatureType type, KeyPair pair) {
        return new LogKey.Half(
                type, type.publicKey(pair), type.privateKey(pair.getPrivate().getEncoded()));
    }

    private byte[] signature(int line) {
        String[] parts = note.split("\n")[line].split(" ");
        return Base64.getDecoder().decode(parts[2]);
    }

    private static byte[] id(int type, byte[] key) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((ORIGIN + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) type);
        return Arrays.copyOf(digest.digest(key), 4);
    }

    private static byte[] time(long seconds) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeLong(seconds);
        return bytes.toByteArray();
    }

    private static boolean verifies(String algorithm, PublicKey key, byte[] message, byte[] signature)
            throws Exception {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(signature);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
