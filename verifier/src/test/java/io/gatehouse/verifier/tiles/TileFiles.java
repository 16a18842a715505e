package io.gatehouse.verifier.tiles;

import io.gatehouse.testkit.tlog.LogReader;
import io.gatehouse.verifier.honest.HonestLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a log's folder for the reader that shares no code with the verifier. */
final class TileFiles {

    private TileFiles() {}

    static LogReader reader(Path folder, HonestLog log) {
        return new LogReader(log.origin, log.keys(), path -> read(folder.resolve(path)));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
