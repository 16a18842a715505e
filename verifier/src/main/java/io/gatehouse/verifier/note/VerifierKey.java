package io.gatehouse.verifier.note;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.encoding.StrictBase64;
import io.gatehouse.verifier.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/** Who may have signed: {@code <name>+<id>+<Base64 of type and key>}. */
public final class VerifierKey {

    /** As many bytes as a name in an ML-DSA cosignature can have. */
    static final int LONGEST_NAME = 255;

    private static final int ID_DIGITS = 8;

    private final String name;
    private final int id;
    private final SignatureType type;
    private final byte[] encoded;
    private final PublicKey key;

    private VerifierKey(String name, SignatureType type, byte[] encoded) throws MalformedException {
        this.name = name;
        this.type = type;
        this.encoded = encoded;
        this.key = type.publicKey(Arrays.copyOfRange(encoded, 1, encoded.length));
        this.id = id(name, encoded);
    }

    /** Reads one. */
    public static VerifierKey parse(String text) throws MalformedException {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !isName(parts[0]) || parts[1].length() != ID_DIGITS) {
            throw new MalformedException("a verifier key must be <name>+<8 hexadecimal digits>+<Base64>");
        }
        byte[] encoded = StrictBase64.decode(parts[2]);
        if (encoded.length == 0) {
            throw new MalformedException("the verifier key of " + parts[0] + " is empty");
        }
        VerifierKey key = new VerifierKey(parts[0], SignatureType.of(encoded[0]), encoded);
        if (!key.idDigits().equals(parts[1])) {
            throw new MalformedException("the id of the verifier key of " + parts[0] + " does not fit the key");
        }
        return key;
    }

    /** Of a key that was just made. */
    public static VerifierKey of(String name, SignatureType type, PublicKey key) throws MalformedException {
        if (!isName(name)) {
            throw new MalformedException("a key's name must not be empty and must have neither space nor plus");
        }
        byte[] raw = Arrays.copyOfRange(key.getEncoded(), type.keyPrefix().length, key.getEncoded().length);
        byte[] encoded = new byte[raw.length + 1];
        encoded[0] = (byte) type.code();
        System.arraycopy(raw, 0, encoded, 1, raw.length);
        return new VerifierKey(name, type, encoded);
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                && name.codePoints().noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** Whose key it is. */
    public String name() {
        return name;
    }

    /** Which number signatures name it by. */
    public int id() {
        return id;
    }

    /** What it signs. */
    public SignatureType type() {
        return type;
    }

    /** Name, id and algorithm, for people. */
    public String label() {
        return name + "+" + idDigits() + " (" + type.algorithm() + ")";
    }

    /** Whether the key itself, under whatever name and type, is the same. */
    public boolean isSameKeyAs(VerifierKey other) {
        return key.equals(other.key);
    }

    boolean holds(byte[] message, byte[] signature) {
        return signature.length == type.signatureLength() && type.verify(key, message, signature);
    }

    private String idDigits() {
        return HexFormat.of().toHexDigits(id);
    }

    private static int id(String name, byte[] encoded) {
        Hash hash = Hash.ofContent((name + "\n").getBytes(StandardCharsets.UTF_8), encoded);
        return ByteBuffer.wrap(hash.bytes()).getInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** As it is published. */
    @Override
    public String toString() {
        return name + "+" + idDigits() + "+" + StrictBase64.encode(encoded);
    }
}
