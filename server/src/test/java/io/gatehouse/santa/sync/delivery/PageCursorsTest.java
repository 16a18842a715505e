package io.gatehouse.santa.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** 200,000 cursors that nobody gave out, with {@code make soak} ten million: made from true ones, and out of nothing. */
final class PageCursorsTest {

    private static final int MUTANTS = Boolean.getBoolean("gatehouse.soak") ? 10_000_000 : 200_000;
    private static final OrganizationId ORGANIZATION = new OrganizationId(UUID.randomUUID());
    private static final UUID DEVICE = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();

    private final PageCursors cursors = new PageCursors(signer(1));

    @Test
    void aCursorAsksForItsPage() {
        for (int page : new int[] {0, 1, 7, Integer.MAX_VALUE}) {
            assertThat(cursors.page(ORGANIZATION, DEVICE, SESSION, cursor(page)))
                    .hasValue(page);
        }
    }

    @Test
    void nobodyElseCanUseIt() {
        String cursor = cursor(3);
        UUID other = UUID.randomUUID();

        assertThat(cursors.page(new OrganizationId(other), DEVICE, SESSION, cursor))
                .isEmpty();
        assertThat(cursors.page(ORGANIZATION, other, SESSION, cursor)).isEmpty();
        assertThat(cursors.page(ORGANIZATION, DEVICE, other, cursor)).isEmpty();
        assertThat(cursors.page(ORGANIZATION, SESSION, DEVICE, cursor)).isEmpty();
        assertThat(new PageCursors(signer(2)).page(ORGANIZATION, DEVICE, SESSION, cursor))
                .isEmpty();
    }

    @Test
    void everyTruncationAndEveryChangedBitIsRefused() {
        String cursor = cursor(3);
        for (int length = 0; length < cursor.length(); length++) {
            assertThat(page(cursor.substring(0, length)))
                    .as("%d characters", length)
                    .isEqualTo(-1);
        }
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(page(encoded(changed))).as("bit %d", bit).isEqualTo(-1);
        }
    }

    @Test
    void whatNobodyGaveOutIsRefused() {
        Random random = new Random(20_260_801);
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            int page = random.nextInt(100);
            String text = mutant(random, cursor(page));
            int asked = page(text);
            // Base64 has spare bits at its end: another text may stand for the very bytes that were given out.
            if (asked >= 0) {
                assertThat(Base64.getUrlDecoder().decode(text))
                        .isEqualTo(Base64.getUrlDecoder().decode(cursor(asked)));
            }
        }
    }

    private static String mutant(Random random, String cursor) {
        StringBuilder text = new StringBuilder(cursor);
        int place = random.nextInt(cursor.length());
        return switch (random.nextInt(7)) {
            case 0 -> {
                text.setCharAt(place, (char) random.nextInt(Character.MAX_VALUE));
                yield text.toString();
            }
            case 1 -> text.deleteCharAt(place).toString();
            case 2 -> text.insert(place, (char) (' ' + random.nextInt(95))).toString();
            case 3 -> text.append(cursor).toString();
            case 4 -> text.reverse().toString();
            case 5 -> {
                byte[] bytes = new byte[random.nextInt(64)];
                random.nextBytes(bytes);
                yield encoded(bytes);
            }
            default -> {
                byte[] bytes = new byte[random.nextInt(64)];
                random.nextBytes(bytes);
                yield new String(bytes, StandardCharsets.ISO_8859_1);
            }
        };
    }

    private int page(String text) {
        return cursors.page(ORGANIZATION, DEVICE, SESSION, text).orElse(-1);
    }

    private String cursor(int page) {
        return cursors.of(ORGANIZATION, DEVICE, SESSION, page);
    }

    private static UnaryOperator<byte[]> signer(int key) {
        return bytes -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(new byte[] {(byte) key}, "HmacSHA256"));
                return mac.doFinal(bytes);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
