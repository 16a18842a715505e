package io.gatehouse.ledger.book;

import io.gatehouse.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * What an entry says instead of a value that may have to be erased: SHA-256 over a random salt and the value's canonical
 * JSON. Without the salt, which is kept and erased with the value, nothing can be guessed from it.
 *
 * @param path JSON pointer of the value in the entry
 * @param json the value as canonical JSON
 */
record Commitment(String path, byte[] salt, String json) {

    /** Field name in the entry under which a commitment stands. */
    static final String MARK = "$commitment";

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Commitment to(String path, String json) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Commitment(path, salt, json);
    }

    /** Reads back what {@link #payload} made. */
    static Commitment of(String path, byte[] payload) {
        return new Commitment(
                path,
                Arrays.copyOf(payload, SALT_BYTES),
                new String(payload, SALT_BYTES, payload.length - SALT_BYTES, StandardCharsets.UTF_8));
    }

    /** What is sealed and kept beside the entry. */
    byte[] payload() {
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(SALT_BYTES + value.length)
                .put(salt)
                .put(value)
                .array();
    }

    /** What the entry says. */
    String hash() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(payload()));
    }
}
