package io.gatehouse.santa.sync.delivery;

import io.gatehouse.santa.protocol.wire.WireFormat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A written page to which a cursor can be added without writing or compressing the rules again. Compressed, the rules are
 * one flushed stretch of a deflate stream, and the cursor a second one behind it (RFC 1951, RFC 1952).
 *
 * @param start the message up to where a cursor would stand, perhaps compressed
 * @param empty whether the message has no field before the cursor
 * @param plain length of the start before compression
 * @param checksum CRC-32 of the start before compression
 */
record PageBody(byte[] start, boolean compressed, boolean empty, int plain, long checksum) {

    private static final byte[] GZIP_HEADER = {0x1F, (byte) 0x8B, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xFF};
    private static final int CURSOR_TAG = 2 << 3 | 2;

    static PageBody of(byte[] message, WireFormat format, boolean compressed) {
        // Of a JSON object the closing brace is left off.
        byte[] start = format == WireFormat.JSON ? Arrays.copyOf(message, message.length - 1) : message;
        CRC32 checksum = new CRC32();
        checksum.update(start);
        byte[] kept = compressed ? deflated(start, Deflater.SYNC_FLUSH, false) : start;
        boolean empty = start.length == 0 || start[start.length - 1] == '{';
        return new PageBody(kept, compressed, empty, start.length, checksum.getValue());
    }

    int size() {
        return start.length;
    }

    byte[] with(String cursor, WireFormat format) {
        byte[] end = format == WireFormat.JSON ? jsonEnd(cursor) : protobufEnd(cursor);
        if (!compressed) {
            return ByteBuffer.allocate(start.length + end.length)
                    .put(start)
                    .put(end)
                    .array();
        }
        byte[] packedEnd = deflated(end, Deflater.NO_FLUSH, true);
        return ByteBuffer.allocate(GZIP_HEADER.length + start.length + packedEnd.length + 2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(GZIP_HEADER)
                .put(start)
                .put(packedEnd)
                .putInt((int) continued(checksum, end))
                .putInt(plain + end.length)
                .array();
    }

    private byte[] jsonEnd(String cursor) {
        if (cursor.isEmpty()) {
            return new byte[] {'}'};
        }
        String separator = empty ? "" : ",";
        return (separator + "\"cursor\":\"" + cursor + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] protobufEnd(String cursor) {
        byte[] text = cursor.getBytes(StandardCharsets.US_ASCII);
        if (text.length == 0) {
            return text;
        }
        // A cursor is shorter than 128 bytes, so that its length is one byte.
        return ByteBuffer.allocate(2 + text.length)
                .put((byte) CURSOR_TAG)
                .put((byte) text.length)
                .put(text)
                .array();
    }

    private static byte[] deflated(byte[] bytes, int flush, boolean last) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            if (last) {
                deflater.finish();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
            byte[] block = new byte[8192];
            int length;
            do {
                length = deflater.deflate(block, 0, block.length, flush);
                out.write(block, 0, length);
            } while (length == block.length);
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** CRC-32 of what the checksum was made of and these bytes behind it. */
    private static long continued(long checksum, byte[] bytes) {
        int register = ~(int) checksum;
        for (byte b : bytes) {
            register ^= b & 0xFF;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                register = (register >>> 1) ^ (0xEDB88320 & -(register & 1));
            }
        }
        return ~register & 0xFFFFFFFFL;
    }
}
