package io.gatehouse.verifier.witness;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.merkle.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/** Keeps what a witness has seen, one file for each log, of which each change is on the disk before it counts. */
final class StateFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    /** @throws IOException also if another witness uses the folder: two memories would not see each other's forks */
    StateFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isMine()) {
            lock.close();
            throw new IOException("another witness uses the folder " + folder);
        }
    }

    private boolean isMine() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Seen read(String origin) throws IOException {
        Path file = file(origin);
        if (!Files.exists(file)) {
            return Seen.NOTHING;
        }
        try {
            return Seen.parse(Files.readString(file));
        } catch (MalformedException e) {
            // Beginning anew would forget what was cosigned: a fork could pass.
            throw new IOException(file + ": " + e.what(), e);
        }
    }

    void write(String origin, Seen seen) throws IOException {
        Path file = file(origin);
        Path next = folder.resolve(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(seen.text(origin).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // The new name, too, must survive a loss of power.
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
    }

    private Path file(String origin) {
        Hash name = Hash.ofContent(origin.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(name.bytes()));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
