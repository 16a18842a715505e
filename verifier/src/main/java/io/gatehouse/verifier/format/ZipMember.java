package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A file in a ZIP, as the directory tells of it.
 *
 * @param header where it begins; its content follows the name
 */
record ZipMember(String name, short flags, short method, int crc, long compressed, long size, long header) {

    private static final int ENTRY = 0x02014b50;
    private static final int LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final short ZIP64 = 1;

    /** @param header where it must begin */
    static ZipMember read(ByteBuffer directory, long header) throws MalformedException {
        if (directory.remaining() < LENGTH) {
            throw ZipEnd.broken();
        }
        ByteBuffer fixed = directory.slice(directory.position(), LENGTH).order(directory.order());
        int name = fixed.getShort(28) & 0xffff;
        int extra = fixed.getShort(30) & 0xffff;
        if (fixed.getInt(0) != ENTRY
                || fixed.getShort(32) != 0
                || fixed.getShort(34) != 0
                || directory.remaining() < LENGTH + name + extra) {
            throw ZipEnd.broken();
        }
        byte[] named = new byte[name];
        directory.position(directory.position() + LENGTH).get(named);
        int end = directory.position() + extra;
        if (extra > 0 && (extra < 4 || directory.getShort() != ZIP64 || directory.getShort() != extra - 4)) {
            throw ZipEnd.broken();
        }
        long size = number(fixed.getInt(24), directory, end);
        long compressed = number(fixed.getInt(20), directory, end);
        long at = number(fixed.getInt(42), directory, end);
        if (directory.position() != end || at != header || size < 0 || compressed < 0) {
            throw ZipEnd.broken();
        }
        String text = new String(named, StandardCharsets.UTF_8);
        return new ZipMember(text, fixed.getShort(8), fixed.getShort(10), fixed.getInt(16), compressed, size, header);
    }

    /** In the order in which ZIP64 has those that do not fit: size, packed size, place. */
    private static long number(int given, ByteBuffer directory, int end) {
        boolean elsewhere = given == (int) ZipEnd.ELSEWHERE && directory.position() + Long.BYTES <= end;
        return elsewhere ? directory.getLong() : Integer.toUnsignedLong(given);
    }

    long content() {
        return header + LOCAL_LENGTH + name.getBytes(StandardCharsets.UTF_8).length;
    }
}
