package io.gatehouse.santa.protocol.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes gzip, zlib and raw deflate, told apart by their first bytes, and stops at a bomb. */
final class Inflation {

    private static final int BLOCK = 8192;
    /** Below this size the ratio does not matter: short bodies of equal bytes shrink to almost nothing. */
    private static final int RATIO_MATTERS_FROM = 1 << 20;

    private Inflation() {}

    static byte[] inflate(byte[] encoded, WireLimits limits) throws WireException {
        if (encoded.length == 0) {
            return encoded;
        }
        Inflater inflater = new Inflater(!isZlib(encoded));
        try (InputStream in = stream(encoded, inflater)) {
            return copy(in, encoded.length, limits);
        } catch (IOException broken) {
            throw WireException.malformed("body: not gzip, zlib or deflate: truncated or broken");
        } finally {
            inflater.end();
        }
    }

    private static InputStream stream(byte[] encoded, Inflater inflater) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(encoded);
        return isGzip(encoded) ? new GZIPInputStream(in, BLOCK) : new InflaterInputStream(in, inflater, BLOCK);
    }

    private static byte[] copy(InputStream in, int encodedLength, WireLimits limits) throws IOException, WireException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(BLOCK, encodedLength * 2));
        byte[] block = new byte[BLOCK];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            out.write(block, 0, n);
            if (out.size() > limits.decodedBytes()) {
                throw WireException.tooLarge("body: at most %d bytes when inflated".formatted(limits.decodedBytes()));
            }
            if (out.size() > RATIO_MATTERS_FROM && out.size() / limits.ratio() > encodedLength) {
                throw WireException.tooLarge("body: may inflate at most %d-fold".formatted(limits.ratio()));
            }
        }
        return out.toByteArray();
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == (byte) 0x1F && bytes[1] == (byte) 0x8B;
    }

    /** RFC 1950: method 8, and both bytes together a multiple of 31. Raw deflate begins otherwise. */
    private static boolean isZlib(byte[] bytes) {
        if (bytes.length < 2 || (bytes[0] & 0x0F) != 8) {
            return false;
        }
        return (((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF)) % 31 == 0;
    }
}
