package io.gatehouse.verifier.honest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a log as a folder of tiles, each hash computed from the leaves below it. */
public final class HonestTiles {

    private static final int WIDTH = 256;

    private final HonestLog log;
    private final Path folder;

    public HonestTiles(HonestLog log, Path folder) {
        this.log = log;
        this.folder = folder;
    }

    public void write() throws IOException {
        writeTiles();
        Files.writeString(folder.resolve("checkpoint"), log.checkpoint());
    }

    /** Without the checkpoint that covers them. */
    public void writeTiles() throws IOException {
        Files.createDirectories(folder);
        for (int level = 0, span = 1; span <= log.tree.size(); level++, span *= WIDTH) {
            int hashes = log.tree.size() / span;
            for (int tile = 0; tile * WIDTH < hashes; tile++) {
                int width = Math.min(WIDTH, hashes - tile * WIDTH);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (int i = tile * WIDTH; i < tile * WIDTH + width; i++) {
                    bytes.writeBytes(log.tree.subtree(i * span, (i + 1) * span));
                }
                write("" + level, tile, width, bytes.toByteArray());
                if (level == 0) {
                    write("entries", tile, width, entries(tile * WIDTH, width));
                }
            }
        }
    }

    private byte[] entries(int first, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int index = first; index < first + count; index++) {
            byte[] content = log.bundled(index);
            bytes.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) content.length).array());
            bytes.writeBytes(content);
        }
        return bytes.toByteArray();
    }

    private void write(String kind, int tile, int width, byte[] bytes) throws IOException {
        String name = String.format("%03d", tile) + (width < WIDTH ? ".p/" + width : "");
        Path file = folder.resolve("tile").resolve(kind).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
