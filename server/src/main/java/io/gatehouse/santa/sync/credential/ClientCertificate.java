package io.gatehouse.santa.sync.credential;

import java.nio.ByteBuffer;

/**
 * A client certificate that a trusted proxy has checked.
 *
 * @param hash SHA-256 of the whole certificate
 */
public record ClientCertificate(ByteBuffer hash, String subject) {

    byte[] hashBytes() {
        byte[] bytes = new byte[hash.remaining()];
        hash.duplicate().get(bytes);
        return bytes;
    }
}
