package io.gatehouse.ledger.checkpoint;

import io.gatehouse.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Half of a witness's key, that checks its cosignatures. C2SP tlog-cosignature.
 *
 * @param text as the witness published it
 * @param typeAndKey what makes it the same key under whatever name
 */
public record CosignerKey(String text, String name, SignatureType type, byte[] typeAndKey) {

    /** The type of Ed25519 cosignatures; a log's own Ed25519 signature has another. */
    private static final int ED25519_CODE = 0x04;

    private static final Pattern TEXT =
            Pattern.compile("(?<name>[^+\\s]{1,200})\\+(?<id>[0-9a-f]{8})\\+(?<key>[A-Za-z0-9+/]{40,2000}={0,2})");

    /** @throws IllegalArgumentException that says what is wrong with it */
    public static CosignerKey parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "must be <name>+<8 hexadecimal digits>+<Base64>, as the witness prints it");
        }
        byte[] bytes = Base64.getDecoder().decode(matcher.group("key"));
        CosignerKey key = new CosignerKey(text, matcher.group("name"), type(bytes), bytes);
        if (!HexFormat.of().formatHex(key.id()).equals(matcher.group("id"))) {
            throw new IllegalArgumentException("has an id that does not fit the key: a character was lost or changed");
        }
        return key;
    }

    /** Whether both are one key, whatever they are called. */
    public boolean isSameAs(CosignerKey other) {
        return Arrays.equals(typeAndKey, other.typeAndKey);
    }

    /** When the witness made this line of a signed note, if it did, for that checkpoint. */
    public Optional<Instant> cosigned(Checkpoint checkpoint, String line) {
        String start = NoteVerifier.MARK + name + " ";
        if (!line.startsWith(start)) {
            return Optional.empty();
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(line.substring(start.length()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int head = VerifierKey.ID_BYTES + Long.BYTES;
        if (signature.length <= head || !Arrays.equals(id(), Arrays.copyOf(signature, VerifierKey.ID_BYTES))) {
            return Optional.empty();
        }
        long time = ByteBuffer.wrap(signature).getLong(VerifierKey.ID_BYTES);
        byte[] bare = Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length);
        boolean holds = time > 0
                && time <= Instant.MAX.getEpochSecond()
                && type.holds(bare, message(checkpoint, time), Arrays.copyOfRange(signature, head, signature.length));
        return holds ? Optional.of(Instant.ofEpochSecond(time)) : Optional.empty();
    }

    private byte[] message(Checkpoint checkpoint, long time) {
        return switch (type) {
            case ED25519 ->
                ("cosignature/v1\ntime " + time + "\n" + checkpoint.text()).getBytes(StandardCharsets.UTF_8);
            case ML_DSA_44 -> LogKey.cosigned(name, checkpoint, time);
        };
    }

    private byte[] id() {
        MessageDigest digest = Sha256.digest();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typeAndKey), VerifierKey.ID_BYTES);
    }

    private static SignatureType type(byte[] typeAndKey) {
        int length = typeAndKey.length - 1;
        for (SignatureType type : SignatureType.values()) {
            if (typeAndKey[0] == code(type) && length == type.publicKeyBytes()) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "must be a witness's key, of type 4 (Ed25519) or 6 (ML-DSA-44); a log's own key is none");
    }

    private static int code(SignatureType type) {
        return type == SignatureType.ED25519 ? ED25519_CODE : type.code();
    }
}
