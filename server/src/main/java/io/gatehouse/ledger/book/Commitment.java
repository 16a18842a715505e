package io.gatehouse.ledger.book;

import io.gatehouse.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an entry says instead of a value that may have to be erased: SHA-256 over a random salt and the value's canonical
 * JSON. Without the salt, which is kept and erased with the value, nothing can be guessed from it.
 *
 * @param path JSON pointer of the value in the entry
 * @param subject id of whoever may have the value erased
 * @param json the value as canonical JSON
 */
record Commitment(String path, UUID subject, byte[] salt, String json) {

    /** Field name in the entry under which a commitment stands. */
    static final String MARK = "$commitment";

    /** Field name beside it that says whose value it is; entries of version 1 do not have it. */
    static final String SUBJECT = "subject";

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Commitment to(String path, UUID subject, String json) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Commitment(path, subject, salt, json);
    }

    /** Reads back what {@link #payload} made. */
    static Commitment of(String path, UUID subject, byte[] payload) {
        return new Commitment(
                path,
                subject,
                Arrays.copyOf(payload, SALT_BYTES),
                new String(payload, SALT_BYTES, payload.length - SALT_BYTES, StandardCharsets.UTF_8));
    }

    /** Whether a value of an entry stands for another one. */
    static boolean isMark(ObjectNode value) {
        return value.has(MARK) && value.size() == (value.has(SUBJECT) ? 2 : 1);
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
