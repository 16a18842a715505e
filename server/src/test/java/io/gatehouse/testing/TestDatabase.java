package io.gatehouse.testing;

import io.gatehouse.postgres.Database;
import io.gatehouse.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** A real PostgreSQL for the tests of this JVM, gone with it. */
public final class TestDatabase {

    private static final Path FOLDER = folder();
    private static final EmbeddedPostgres SERVER = start();
    private static final Database DATABASE = SERVER.prepareDatabase("gatehouse");

    private TestDatabase() {}

    /** The database that the server under test uses. */
    public static Database database() {
        return DATABASE;
    }

    /** An empty database beside it. */
    public static Database fresh(String name) {
        return SERVER.prepareDatabase(name);
    }

    /** The data folder of the server under test. */
    public static Path dataFolder() {
        return FOLDER.resolve("data");
    }

    private static EmbeddedPostgres start() {
        // Durability is tested where it matters, on a server of its own.
        EmbeddedPostgres server = EmbeddedPostgres.start(
                FOLDER.resolve("postgres"), EmbeddedPostgres.sharedBinaries(), Map.of("fsync", "off"));
        // After the servers of this JVM, which still use it while they stop.
        SpringApplication.getShutdownHandlers().add(server::close);
        return server;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("gatehouse-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
