package io.gatehouse.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** How a log signs; the code is that of C2SP signed notes. */
public enum SignatureType {
    ED25519(0x01, "Ed25519", 32, "302a300506032b6570032100"),
    /** A cosignature of the log itself, with the time of sealing. */
    ML_DSA_44(0x06, "ML-DSA-44", 1_312, "30820532300b06096086480165030403110382052100");

    private final int code;
    private final String algorithm;
    private final int publicKeyBytes;
    /** What X.509 puts before the bare public key. */
    private final byte[] prefix;

    SignatureType(int code, String algorithm, int publicKeyBytes, String prefix) {
        this.code = code;
        this.algorithm = algorithm;
        this.publicKeyBytes = publicKeyBytes;
        this.prefix = HexFormat.of().parseHex(prefix);
    }

    int code() {
        return code;
    }

    /** As people call it. */
    public String algorithm() {
        return algorithm;
    }

    int publicKeyBytes() {
        return publicKeyBytes;
    }

    static SignatureType of(int code) {
        return Arrays.stream(values())
                .filter(type -> type.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No signature type " + code));
    }

    KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bare key, with which its X.509 form ends. */
    byte[] publicKey(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - publicKeyBytes, encoded.length);
    }

    PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the key that belongs to the bare public key made the signature. */
    boolean holds(byte[] publicKey, byte[] message, byte[] signed) {
        byte[] encoded = ByteBuffer.allocate(prefix.length + publicKey.length)
                .put(prefix)
                .put(publicKey)
                .array();
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
