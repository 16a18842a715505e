package io.gatehouse.ledger.checkpoint;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/** How a log signs; the code is that of C2SP signed notes. */
enum SignatureType {
    ED25519(0x01, "Ed25519", 32),
    /** A cosignature of the log itself, with the time of sealing. */
    ML_DSA_44(0x06, "ML-DSA-44", 1_312);

    private final int code;
    private final String algorithm;
    private final int publicKeyBytes;

    SignatureType(int code, String algorithm, int publicKeyBytes) {
        this.code = code;
        this.algorithm = algorithm;
        this.publicKeyBytes = publicKeyBytes;
    }

    int code() {
        return code;
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
}
