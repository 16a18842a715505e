package io.gatehouse.verifier.note;

import io.gatehouse.verifier.encoding.MalformedException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;

/** The kinds of signature on a checkpoint that are understood. */
public enum SignatureType {

    /** By a log, over the text. */
    ED25519(0x01, "Ed25519", 32, 64, "302a300506032b6570032100"),
    /** By a witness, with a time. */
    COSIGNATURE_ED25519(0x04, "Ed25519", 32, 64, "302a300506032b6570032100"),
    /** By a log or a witness, with a time. */
    COSIGNATURE_ML_DSA_44(0x06, "ML-DSA-44", 1312, 2420, "30820532300b06096086480165030403110382052100");

    /** The types that a log puts under each of its checkpoints, side by side. */
    public static final List<SignatureType> OF_LOGS = List.of(ED25519, COSIGNATURE_ML_DSA_44);

    private final int code;
    private final String algorithm;
    private final int keyLength;
    private final int signatureLength;
    private final byte[] keyPrefix;

    /** @param keyPrefix what X.509's SubjectPublicKeyInfo has before the key itself, in hexadecimal digits */
    SignatureType(int code, String algorithm, int keyLength, int signatureLength, String keyPrefix) {
        this.code = code;
        this.algorithm = algorithm;
        this.keyLength = keyLength;
        this.signatureLength = signatureLength;
        this.keyPrefix = HexFormat.of().parseHex(keyPrefix);
    }

    static SignatureType of(int code) throws MalformedException {
        for (SignatureType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new MalformedException("signatures of type " + code + " are not understood");
    }

    /** The byte that names the type in keys. */
    public int code() {
        return code;
    }

    /** The algorithm as the JDK calls it. */
    public String algorithm() {
        return algorithm;
    }

    /** Whether the signature begins with a time. */
    public boolean hasTime() {
        return this != ED25519;
    }

    /** What stands before the key in its X.509 form. */
    byte[] keyPrefix() {
        return keyPrefix.clone();
    }

    int signatureLength() {
        return signatureLength;
    }

    PublicKey publicKey(byte[] raw) throws MalformedException {
        if (raw.length != keyLength) {
            throw new MalformedException("a key of type " + algorithm + " must have " + keyLength + " bytes");
        }
        byte[] encoded = new byte[keyPrefix.length + raw.length];
        System.arraycopy(keyPrefix, 0, encoded, 0, keyPrefix.length);
        System.arraycopy(raw, 0, encoded, keyPrefix.length, raw.length);
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new MalformedException("a key is none of " + algorithm);
        }
    }

    boolean verify(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " needs a newer JDK", e);
        }
    }
}
