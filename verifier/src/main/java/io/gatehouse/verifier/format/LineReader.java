package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line; memory holds a chunk, or the one line that is longer. */
public final class LineReader {

    private static final int LONGEST = 64 << 20;
    private static final int CHUNK = 1 << 20;

    private final InputStream input;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int filled;
    private long number;

    public LineReader(InputStream input) {
        this.input = input;
    }

    /** The next line, or null at the end. */
    public @Nullable Line next() throws IOException, MalformedException {
        int scanned = start;
        while (true) {
            for (int at = scanned; at < filled; at++) {
                if (buffer[at] == '\n') {
                    return take(at);
                }
            }
            makeRoom();
            scanned = filled;
            int read = input.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return end();
            }
            filled += read;
        }
    }

    /** Number of the line that was read last. */
    public long number() {
        return number;
    }

    private Line take(int end) {
        Line line = new Line(++number, Arrays.copyOfRange(buffer, start, end));
        start = end + 1;
        return line;
    }

    private void makeRoom() throws MalformedException {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
        if (filled == buffer.length) {
            if (filled >= LONGEST) {
                number++;
                throw new MalformedException("longer than " + LONGEST + " bytes");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    private @Nullable Line end() throws MalformedException {
        if (filled > start) {
            number++;
            throw new MalformedException("the line has no end: the file was cut off");
        }
        return null;
    }
}
