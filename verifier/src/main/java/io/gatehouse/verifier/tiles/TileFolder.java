package io.gatehouse.verifier.tiles;

import io.gatehouse.verifier.encoding.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds a log's files by the names that tlog-tiles gives them. */
final class TileFolder {

    /** Hashes or entries of a full tile. */
    static final int WIDTH = 256;

    private static final int THOUSAND = 1_000;
    /** A full bundle of the longest entries. */
    private static final int LARGEST = WIDTH * (2 + 65_535);

    private final Path folder;

    TileFolder(Path folder) {
        this.folder = folder;
    }

    byte[] checkpoint() throws IOException, MalformedException {
        return bytes(folder.resolve("checkpoint"));
    }

    /** A tile of hashes of which the first so many count. */
    byte[] hashes(int level, long number, int width) throws IOException, MalformedException {
        return tile(Integer.toString(level), number, width);
    }

    /** A bundle of entries of which the first so many count. */
    byte[] entries(long number, int width) throws IOException, MalformedException {
        return tile("entries", number, width);
    }

    private byte[] tile(String kind, long number, int width) throws IOException, MalformedException {
        Path full = folder.resolve("tile").resolve(kind).resolve(name(number));
        Path partial = full.resolveSibling(full.getFileName() + ".p").resolve(Integer.toString(width));
        // A log may have replaced the part by the whole.
        return bytes(width < WIDTH && Files.exists(partial) ? partial : full);
    }

    private byte[] bytes(Path file) throws IOException, MalformedException {
        if (!Files.isRegularFile(file)) {
            throw new MalformedException(folder.relativize(file) + " is missing");
        }
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new MalformedException(folder.relativize(file) + " is too long");
            }
            return bytes;
        }
    }

    /** 1234067 is x001/x234/067. */
    static String name(long number) {
        String name = String.format("%03d", number % THOUSAND);
        for (long rest = number / THOUSAND; rest > 0; rest /= THOUSAND) {
            name = String.format("x%03d/", rest % THOUSAND) + name;
        }
        return name;
    }
}
