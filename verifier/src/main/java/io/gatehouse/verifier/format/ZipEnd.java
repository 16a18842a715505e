package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** What stands at the very end of a ZIP: where its directory is, right before it. */
record ZipEnd(long count, long length, long at) {

    /** Says that the number stands in a field of ZIP64. */
    static final long ELSEWHERE = 0xffff_ffffL;

    private static final int END = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int END_64 = 0x06064b50;
    private static final int LENGTH_64 = 56;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    /** Two names, with their fields of ZIP64. */
    private static final int LARGEST_DIRECTORY = 4096;

    static ZipEnd read(FileChannel file) throws IOException, MalformedException {
        long at = file.size() - LENGTH;
        ByteBuffer end = ZipLayout.bytes(file, at, LENGTH);
        ZipEnd found = new ZipEnd(end.getShort(10) & 0xffff, unsigned(end, 12), unsigned(end, 16));
        boolean whole = end.getInt(0) == END && end.getInt(4) == 0 && end.getShort(8) == end.getShort(10);
        if (!whole || end.getShort(20) != 0) {
            throw broken();
        }
        if (found.at == ELSEWHERE) {
            at -= LOCATOR_LENGTH + LENGTH_64;
            found = large(file, at, found);
        }
        if (found.length > LARGEST_DIRECTORY || found.at + found.length != at) {
            throw broken();
        }
        return found;
    }

    private static ZipEnd large(FileChannel file, long at, ZipEnd small) throws IOException, MalformedException {
        ByteBuffer bytes = ZipLayout.bytes(file, at, LENGTH_64 + LOCATOR_LENGTH);
        ZipEnd found = new ZipEnd(bytes.getLong(32), bytes.getLong(40), bytes.getLong(48));
        boolean same = bytes.getInt(0) == END_64
                && bytes.getLong(4) == LENGTH_64 - 12
                && bytes.getLong(24) == found.count
                && bytes.getInt(LENGTH_64) == LOCATOR
                && bytes.getLong(LENGTH_64 + 8) == at
                && found.count == small.count
                && (found.length == small.length || small.length == ELSEWHERE);
        if (!same || found.at < 0 || found.length < 0) {
            throw broken();
        }
        return found;
    }

    private static long unsigned(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    static MalformedException broken() {
        return new MalformedException(
                "the ZIP is broken, or was cut off, or something was put to its end or before it");
    }
}
