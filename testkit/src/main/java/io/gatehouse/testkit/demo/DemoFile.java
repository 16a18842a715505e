package io.gatehouse.testkit.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A JSON file of the demo: written whole or not at all, and readable by its owner alone, for passwords may be in it. */
final class DemoFile<T> {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path path;
    private final Class<T> type;

    DemoFile(Path path, Class<T> type) {
        this.path = path;
        this.type = type;
    }

    Optional<T> read() {
        return Files.exists(path) ? Optional.of(MAPPER.readValue(path, type)) : Optional.empty();
    }

    void write(T value) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(
                    path.toAbsolutePath().getParent(),
                    path.getFileName().toString(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
