package io.gatehouse.verifier.note;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.encoding.StrictBase64;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;

/** A witness's key. */
public final class SigningKey {

    private final VerifierKey verifier;
    private final PrivateKey key;

    private SigningKey(VerifierKey verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /** Makes a new one. */
    public static SigningKey generate(String name, SignatureType type) throws MalformedException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(type.algorithm()).generateKeyPair();
            return new SigningKey(VerifierKey.of(name, type, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(type.algorithm() + " needs a newer JDK", e);
        }
    }

    /** Reads what {@link #secret} gave. */
    public static SigningKey of(VerifierKey verifier, String secret) throws MalformedException {
        try {
            PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(StrictBase64.decode(secret));
            PrivateKey key = KeyFactory.getInstance(verifier.type().algorithm()).generatePrivate(encoded);
            return new SigningKey(verifier, key);
        } catch (GeneralSecurityException e) {
            throw new MalformedException("the secret of " + verifier.label() + " cannot be read");
        }
    }

    /** The key by which others verify. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** PKCS #8 in Base64. */
    public String secret() {
        return StrictBase64.encode(key.getEncoded());
    }

    /** The signature line under a checkpoint, with its end. */
    public String cosign(Checkpoint checkpoint, Instant time) {
        long seconds = time.getEpochSecond();
        try {
            Signature signature = Signature.getInstance(verifier.type().algorithm());
            signature.initSign(key);
            signature.update(checkpoint.message(verifier, seconds));
            byte[] bytes = signature.sign();
            byte[] stamped = ByteBuffer.allocate(Long.BYTES + bytes.length)
                    .putLong(seconds)
                    .put(bytes)
                    .array();
            return new NoteSignature(verifier.name(), verifier.id(), stamped).line() + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + verifier.label() + " cannot sign", e);
        }
    }
}
