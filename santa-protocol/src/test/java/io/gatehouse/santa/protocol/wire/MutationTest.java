package io.gatehouse.santa.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same properties as the fuzz test on mutated fixtures, seeded and in every run: 4,000 bodies a decoder, each up to 8 mutations away. */
final class MutationTest {

    private static final long SEED = 41;
    private static final int BODIES = 4_000;

    private final Random random = new Random(SEED);

    @Test
    void json() {
        List<byte[]> seeds = fixtures().map(Fixtures.Fixture::json).toList();
        int taken = 0;
        for (int i = 0; i < BODIES; i++) {
            taken += Decoding.holds(WireFormat.JSON, mutated(seeds)) ? 1 : 0;
        }
        assertSomeOfBoth(taken);
    }

    @Test
    void protobuf() {
        List<byte[]> seeds = fixtures().map(Fixtures.Fixture::protobuf).toList();
        int taken = 0;
        for (int i = 0; i < BODIES; i++) {
            taken += Decoding.holds(WireFormat.PROTOBUF, mutated(seeds)) ? 1 : 0;
        }
        assertSomeOfBoth(taken);
    }

    @Test
    void body() throws IOException {
        List<byte[]> seeds = fixtures()
                .flatMap(fixture -> Stream.of(ContentCoding.values()).map(coding -> coding.encode(fixture.json())))
                .toList();
        for (int i = 0; i < BODIES; i++) {
            Decoding.holdsForBody(mutated(seeds));
        }
    }

    /** Guards the test itself: were all bodies refused, or all taken, it would prove little. */
    private static void assertSomeOfBoth(int taken) {
        assertThat(taken).isBetween(BODIES / 100, BODIES - BODIES / 100);
    }

    private static Stream<Fixtures.Fixture> fixtures() {
        return Stream.concat(Fixtures.requests().stream(), Fixtures.responses().stream());
    }

    private byte[] mutated(List<byte[]> seeds) {
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        for (int i = random.nextInt(9); i > 0 && bytes.length > 0; i--) {
            bytes = mutated(bytes, seeds);
        }
        return bytes;
    }

    private byte[] mutated(byte[] bytes, List<byte[]> seeds) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes[at] = (byte) "{}[]\",:0\\un".charAt(random.nextInt(11));
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                return repeated(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(40)));
            }
            default -> overwrite(bytes, at, seeds.get(random.nextInt(seeds.size())));
        }
        return bytes;
    }

    private byte[] repeated(byte[] bytes, int from, int to) {
        byte[] result = Arrays.copyOf(bytes, bytes.length + to - from);
        System.arraycopy(bytes, from, result, to, bytes.length - from);
        return result;
    }

    private void overwrite(byte[] bytes, int at, byte[] other) {
        int from = random.nextInt(other.length);
        int length = Math.min(random.nextInt(60), Math.min(bytes.length - at, other.length - from));
        System.arraycopy(other, from, bytes, at, length);
    }
}
