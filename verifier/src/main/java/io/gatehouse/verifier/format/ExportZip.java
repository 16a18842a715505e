package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An export as CSV: a ZIP with the table for people and the lines that prove it. Nothing of it is ever unpacked to a disk. */
public final class ExportZip implements AutoCloseable {

    private static final String LINES = "ledger.jsonl";
    private static final String TABLE = "ledger.csv";
    /** Lines full of random hashes compress to a third; nothing honest comes near. */
    private static final long LARGEST_RATIO = 100;

    private static final long ALWAYS_FINE = 64 << 20;

    private final ZipFile zip;

    public ExportZip(Path file) throws IOException, MalformedException {
        zip = open(file);
        Set<String> names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        if (zip.size() != 2 || !names.equals(Set.of(LINES, TABLE))) {
            zip.close();
            throw new MalformedException("the ZIP must have " + LINES + " and " + TABLE + " and nothing else");
        }
    }

    /** The lines that prove. */
    public InputStream lines() throws IOException {
        return open(LINES);
    }

    /** The table. */
    public InputStream table() throws IOException {
        return open(TABLE);
    }

    private static ZipFile open(Path file) throws IOException, MalformedException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new MalformedException("the ZIP is broken, or was cut off");
        }
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return new Inflated(name, zip.getInputStream(entry), entry.getCompressedSize() * LARGEST_RATIO + ALWAYS_FINE);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Ends what inflates to more than any honest content, and tells where it breaks off. */
    private static final class Inflated extends FilterInputStream {

        private final String name;
        private final long most;
        private long taken;

        Inflated(String name, InputStream input, long most) {
            super(input);
            this.name = name;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = inflated(bytes, from, length);
            taken += Math.max(read, 0);
            if (taken > most) {
                throw new ZipException(name + " inflates to more than " + LARGEST_RATIO + " times its size");
            }
            return read;
        }

        private int inflated(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (ZipException | EOFException e) {
                throw new ZipException(name + " in the ZIP is broken after " + taken + " bytes: " + e.getMessage());
            }
        }
    }
}
