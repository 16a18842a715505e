package io.gatehouse.santa.sync.delivery;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs what the server hands to Macs and reads back. All nodes of an installation share the key. */
@Component
public class SigningKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private volatile @Nullable SecretKeySpec key;

    SigningKey(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The authentication code of the bytes, 32 bytes. */
    public byte[] sign(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(
                    jdbc.sql("select key from santa.signing_key where purpose = 'sync'")
                            .query(byte[].class)
                            .single(),
                    ALGORITHM);
            key = known;
        }
        return known;
    }
}
