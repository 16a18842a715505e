package io.gatehouse.verifier.merkle;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.encoding.StrictBase64;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A SHA-256 hash, as RFC 6962 makes it of leaves and of nodes. */
public final class Hash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Hash::digest);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** From its bytes. */
    public static Hash of(byte[] bytes) throws MalformedException {
        if (bytes.length != LENGTH) {
            throw new MalformedException("a hash must have " + LENGTH + " bytes");
        }
        return new Hash(bytes.clone());
    }

    /** From Base64. */
    public static Hash ofBase64(String text) throws MalformedException {
        return of(StrictBase64.decode(text));
    }

    /** Of bytes as they are. */
    public static Hash ofContent(byte[]... parts) {
        MessageDigest digest = DIGEST.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** Of a salted value. */
    public static Hash salted(byte[] salt, byte[] bytes, int start, int end) {
        MessageDigest digest = DIGEST.get();
        digest.update(salt);
        digest.update(bytes, start, end - start);
        return new Hash(digest.digest());
    }

    /** Of a leaf with these bytes. */
    public static Hash leaf(byte[] bytes, int start, int end) {
        MessageDigest digest = DIGEST.get();
        digest.update(LEAF);
        digest.update(bytes, start, end - start);
        return new Hash(digest.digest());
    }

    /** Of a leaf with these bytes. */
    public static Hash leaf(byte[] bytes) {
        return leaf(bytes, 0, bytes.length);
    }

    /** Of a node over two others. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = DIGEST.get();
        digest.update(NODE);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new Hash(digest.digest());
    }

    /** A copy of its bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In Base64. */
    public String base64() {
        return StrictBase64.encode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
