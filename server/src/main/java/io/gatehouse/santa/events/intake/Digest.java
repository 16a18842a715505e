package io.gatehouse.santa.events.intake;

import io.gatehouse.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** SHA-256 over parts, each with its length, so that no two different lists of parts look alike. */
final class Digest {

    private static final int ROOM_FOR_HASH = 12;

    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    Digest add(long value) {
        digest.update(number.clear().putLong(value).flip());
        return this;
    }

    Digest add(UUID id) {
        return add(id.getMostSignificantBits()).add(id.getLeastSignificantBits());
    }

    Digest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    /** The first 64 bits. */
    long toLong() {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /**
     * An id of version 7's form: its time is the event's, its random part is the digest. The same event has the same id
     * whenever it arrives, and the id tells where in the table to look.
     */
    UUID toId(long micros) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long millis = Math.floorDiv(micros, TimeUnit.MILLISECONDS.toMicros(1));
        long high = millis << 16 | 0x7000 | hash.getLong() >>> (Long.SIZE - ROOM_FOR_HASH);
        long low = hash.getLong() >>> 2 | Long.MIN_VALUE;
        return new UUID(high, low);
    }
}
