package io.gatehouse.verifier.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** A ZIP's file, inflated. Ends what inflates to more than any honest content, and tells where it breaks off. */
final class ZipContent extends InputStream {

    /** Lines full of random hashes compress to a third; nothing honest comes near. */
    private static final long LARGEST_RATIO = 100;

    private static final long ALWAYS_FINE = 64 << 20;
    private static final int CHUNK = 1 << 16;

    private final FileChannel file;
    private final ZipMember member;
    private final Inflater inflater = new Inflater(true);
    private long read;
    private long taken;

    ZipContent(FileChannel file, ZipMember member) {
        this.file = file;
        this.member = member;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int inflated = inflated(bytes, from, length);
        taken += Math.max(inflated, 0);
        if (taken > member.compressed() * LARGEST_RATIO + ALWAYS_FINE) {
            throw new ZipException(member.name() + " inflates to more than " + LARGEST_RATIO + " times its size");
        }
        return inflated;
    }

    private int inflated(byte[] bytes, int from, int length) throws IOException {
        try {
            while (true) {
                int inflated = inflater.inflate(bytes, from, length);
                if (inflated > 0) {
                    return inflated;
                }
                if (inflater.finished()) {
                    checkNothingFollows();
                    return -1;
                }
                if (inflater.needsDictionary() || !feed()) {
                    throw new DataFormatException("it has no end");
                }
            }
        } catch (DataFormatException e) {
            throw new ZipException(
                    member.name() + " in the ZIP is broken after " + taken + " bytes: " + e.getMessage());
        }
    }

    private boolean feed() throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, member.compressed() - read));
        if (!chunk.hasRemaining() || file.read(chunk, member.content() + read) <= 0) {
            return false;
        }
        read += chunk.position();
        inflater.setInput(chunk.flip());
        return true;
    }

    /** What follows the content in its own place, or a length that is not its own, is for another reader's eyes. */
    private void checkNothingFollows() throws ZipException {
        if (inflater.getRemaining() > 0 || read < member.compressed() || taken != member.size()) {
            throw new ZipException(member.name() + " in the ZIP is not as long as its directory says");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
