package io.gatehouse.identity.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A file of any size with SHA-1 hashes in ascending order, one a line, searched by halving. */
final class SortedHashes {

    private static final int HASH_LENGTH = 40;
    private static final int LONGEST_LINE = 64;

    private final Path path;
    private final FileChannel file;

    private SortedHashes(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    static SortedHashes open(Path path) {
        try {
            SortedHashes hashes = new SortedHashes(path, FileChannel.open(path));
            hashes.hashFrom(0);
            return hashes;
        } catch (IOException e) {
            throw new IllegalStateException("gatehouse.password-policy.breached-file " + path + " cannot be read", e);
        }
    }

    boolean containsSha1Of(String password) {
        try {
            return contains(sha1(password));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of breached passwords " + path + " cannot be read", e);
        }
    }

    private boolean contains(String wanted) throws IOException {
        long low = 0;
        long high = file.size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            long line = lineAfter(middle);
            if (line >= high) {
                // No line begins in the upper half: what is left begins at or before the middle.
                high = middle;
                continue;
            }
            int order = hashFrom(line).compareTo(wanted);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = line + 1;
            } else {
                high = middle;
            }
        }
        return false;
    }

    /** Where the first line begins that does not begin before the position. */
    private long lineAfter(long position) throws IOException {
        if (position == 0) {
            return 0;
        }
        ByteBuffer bytes = read(position - 1);
        for (int i = 0; i < bytes.limit(); i++) {
            if (bytes.get(i) == '\n') {
                return position + i;
            }
        }
        return file.size();
    }

    private String hashFrom(long line) throws IOException {
        ByteBuffer bytes = read(line);
        String hash = new String(bytes.array(), 0, Math.min(HASH_LENGTH, bytes.limit()), StandardCharsets.US_ASCII);
        if (!hash.matches("[0-9A-Fa-f]{40}")) {
            throw new IOException("A line must begin with a SHA-1 in hexadecimal");
        }
        return hash.toUpperCase(Locale.ROOT);
    }

    private ByteBuffer read(long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_LINE);
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) > 0) {
            continue;
        }
        return bytes.flip();
    }

    private static String sha1(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
