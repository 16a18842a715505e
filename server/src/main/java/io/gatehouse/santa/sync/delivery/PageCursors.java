package io.gatehouse.santa.sync.delivery;

import io.gatehouse.kernel.OrganizationId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Cursors between the pages of a session: which page comes next, signed together with the organization, the device and
 * the session. The session fixes policy, class, from and to, so that no other device, no other session and nobody who
 * invents a cursor can use one.
 */
@Component
public class PageCursors {

    private static final byte VERSION = 1;
    private static final int SIGNATURE_BYTES = 16;
    private static final int BYTES = 1 + Integer.BYTES + SIGNATURE_BYTES;

    private final UnaryOperator<byte[]> signer;

    @Autowired
    PageCursors(SigningKey key) {
        this(key::sign);
    }

    PageCursors(UnaryOperator<byte[]> signer) {
        this.signer = signer;
    }

    /** The cursor that asks for a page. */
    public String of(OrganizationId organization, UUID device, UUID session, int page) {
        ByteBuffer cursor = ByteBuffer.allocate(BYTES).put(VERSION).putInt(page);
        cursor.put(signature(organization, device, session, page));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
    }

    /** The page that a cursor of this very session asks for; empty for every other text. */
    public OptionalInt page(OrganizationId organization, UUID device, UUID session, String text) {
        byte[] bytes = decoded(text);
        if (bytes.length != BYTES || bytes[0] != VERSION) {
            return OptionalInt.empty();
        }
        int page = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        byte[] given = Arrays.copyOfRange(bytes, BYTES - SIGNATURE_BYTES, BYTES);
        return MessageDigest.isEqual(given, signature(organization, device, session, page))
                ? OptionalInt.of(page)
                : OptionalInt.empty();
    }

    private static byte[] decoded(String text) {
        try {
            return text.length() > 2 * BYTES
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private byte[] signature(OrganizationId organization, UUID device, UUID session, int page) {
        ByteBuffer signed = ByteBuffer.allocate(1 + 3 * 16 + Integer.BYTES).put(VERSION);
        for (UUID id : new UUID[] {organization.value(), device, session}) {
            signed.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return Arrays.copyOf(signer.apply(signed.putInt(page).array()), SIGNATURE_BYTES);
    }
}
