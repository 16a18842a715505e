package io.gatehouse.testkit.keycloak;

import io.gatehouse.testkit.product.ProductFailure;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Keycloak's files, which the build unpacks beside this class's own; prepared once, so that later starts are quicker. */
record Distribution(Path home) {

    private static final String FOLDER = "keycloak";

    /** Finds it where the build of this module puts it. */
    static Distribution find() throws IOException {
        Path folder = ownFolder().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            throw new ProductFailure("There is no Keycloak in " + folder + "; a build with tests fetches it");
        }
        try (Stream<Path> unpacked = Files.list(folder)) {
            return new Distribution(unpacked.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new ProductFailure("Nothing was unpacked in " + folder)));
        }
    }

    /** Its launcher with these arguments. */
    List<String> command(String... arguments) {
        return Stream.concat(Stream.of(home.resolve("bin/kc.sh").toString()), Stream.of(arguments))
                .toList();
    }

    /** What the launcher needs to know; a little heap is enough for a few people. */
    static Map<String, String> environment() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_KC_HEAP", "-Xmx512m");
    }

    /** Chooses the database in memory, once for this copy: Keycloak compiles that choice in. */
    void prepare() throws IOException, InterruptedException {
        Path done = home.resolve(".prepared");
        try (FileChannel channel = FileChannel.open(
                        home.resolve(".preparing"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ignored = channel.lock()) {
            if (Files.notExists(done)) {
                build();
                Files.createFile(done);
            }
        }
    }

    private void build() throws IOException, InterruptedException {
        Path log = home.resolve("build.log");
        ProcessBuilder builder = new ProcessBuilder(command("build", "--db=dev-mem"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment());
        if (builder.start().waitFor() != 0) {
            throw new ProductFailure("Keycloak could not be prepared; see " + log);
        }
    }

    private static Path ownFolder() {
        try {
            URL classes =
                    Distribution.class.getProtectionDomain().getCodeSource().getLocation();
            return Objects.requireNonNull(Path.of(classes.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
