package io.gatehouse.verifier.timestamp;

import io.gatehouse.verifier.encoding.MalformedException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One value of DER: definite lengths of the fewest bytes, tags of one byte. */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int LONG_LENGTH = 0x80;
    private static final int LONG_TAG = 0x1f;

    private final byte[] bytes;
    private final int begin;
    private final int start;
    private final int end;

    private Der(byte[] bytes, int begin, int limit) throws MalformedException {
        this.bytes = bytes;
        this.begin = begin;
        if (limit - begin < 2 || (bytes[begin] & LONG_TAG) == LONG_TAG) {
            throw broken();
        }
        int first = bytes[begin + 1] & 0xff;
        int more = first < LONG_LENGTH ? 0 : first - LONG_LENGTH;
        if (first == LONG_LENGTH || more > 3 || limit - begin < 2 + more) {
            throw broken();
        }
        int length = more == 0 ? first : new BigInteger(1, bytes, begin + 2, more).intValue();
        boolean shortest = more == 0 || length >= LONG_LENGTH && length >> 8 * (more - 1) != 0;
        this.start = begin + 2 + more;
        if (!shortest || length > limit - start) {
            throw broken();
        }
        this.end = start + length;
    }

    /** The value that all of the bytes are. */
    static Der read(byte[] bytes) throws MalformedException {
        Der value = new Der(bytes, 0, bytes.length);
        if (value.end != bytes.length) {
            throw broken();
        }
        return value;
    }

    int tag() {
        return bytes[begin] & 0xff;
    }

    /** The values that this one consists of. */
    List<Der> items() throws MalformedException {
        List<Der> items = new ArrayList<>();
        for (int at = start; at < end; at = items.getLast().end) {
            items.add(new Der(bytes, at, end));
        }
        return items;
    }

    /** The values of a sequence. */
    List<Der> sequence() throws MalformedException {
        return expect(SEQUENCE).items();
    }

    /** The same value if it has the tag. */
    Der expect(int tag) throws MalformedException {
        if (tag() != tag) {
            throw broken();
        }
        return this;
    }

    byte[] content() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /** With tag and length. */
    byte[] encoded() {
        return Arrays.copyOfRange(bytes, begin, end);
    }

    /** As if it had another tag; what was tagged implicitly is signed under its own. */
    byte[] encodedAs(int tag) {
        byte[] encoded = encoded();
        encoded[0] = (byte) tag;
        return encoded;
    }

    BigInteger integer() throws MalformedException {
        if (expect(INTEGER).start == end) {
            throw broken();
        }
        return new BigInteger(content());
    }

    /** An object identifier in dots. */
    String identifier() throws MalformedException {
        expect(OBJECT_IDENTIFIER);
        StringBuilder dots = new StringBuilder();
        BigInteger arc = BigInteger.ZERO;
        for (byte unit : content()) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(unit & 0x7f));
            if (unit >= 0) {
                dots.append(dots.isEmpty() ? firstTwo(arc.intValue()) : "." + arc);
                arc = BigInteger.ZERO;
            }
        }
        return dots.toString();
    }

    private static String firstTwo(int arc) {
        int first = Math.min(arc / 40, 2);
        return first + "." + (arc - first * 40);
    }

    static MalformedException broken() {
        return new MalformedException("a time stamp is not a token of RFC 3161");
    }
}
