package io.gatehouse.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL programs from the class path. */
final class Binaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String VERSION = "postgres-18.6.0";
    private static final int OWNER_MAY_EXECUTE = 0100;

    private Binaries() {}

    /** Unpacks beside and renames, so that another process never sees half of it. */
    static Path unpackOnce(Path parent) throws IOException {
        Path target = parent.resolve(VERSION);
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(parent);
        Path partial = Files.createTempDirectory(parent, VERSION + ".");
        partial.toFile().setExecutable(true, false);
        partial.toFile().setReadable(true, false);
        unpack(partial);
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            delete(partial);
        }
        return target;
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream archive = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IOException("No embedded PostgreSQL for this platform; set gatehouse.database.url instead");
            }
            TarArchiveInputStream entries =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)));
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpackEntry(folder, entries, entry);
            }
        }
    }

    private static void unpackEntry(Path folder, InputStream content, TarArchiveEntry entry) throws IOException {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("Archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            path.toFile().setExecutable(true, false);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
