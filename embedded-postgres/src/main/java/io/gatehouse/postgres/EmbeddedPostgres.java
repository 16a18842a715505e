package io.gatehouse.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running PostgreSQL server, a direct child of this process. Closing it stops the server and keeps the data. */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long START_SECONDS = 60;

    private final Process server;
    private final int port;
    private final Secrets secrets;

    private EmbeddedPostgres(Process server, int port, Secrets secrets) {
        this.server = server;
        this.port = port;
        this.secrets = secrets;
    }

    /**
     * Starts the server on the data in {@code folder}, and makes them on the first start.
     *
     * @param folder holds the data, the log and the passwords; made if missing, readable by its owner only
     * @param binaries holds the unpacked programs, shared by any number of servers; filled if empty
     * @param settings further server settings, by PostgreSQL's names
     * @throws PostgresStartException when the server does not start; the message names its log
     */
    public static EmbeddedPostgres start(Path folder, Path binaries, Map<String, String> settings) {
        try {
            Path programs = Binaries.unpackOnce(binaries.toAbsolutePath());
            Cluster cluster = new Cluster(folder.toAbsolutePath(), programs);
            cluster.makeOnce();
            cluster.stopOrphan();
            int port = FreePort.preferring(cluster.lastPort());
            EmbeddedPostgres started =
                    new EmbeddedPostgres(cluster.startServer(port, settings), port, cluster.secrets());
            started.awaitReady(cluster);
            LOG.info("PostgreSQL is running on 127.0.0.1:{} with its data in {}", port, cluster.folder());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresStartException("Interrupted while PostgreSQL was starting", e);
        }
    }

    /** The folder for unpacked programs that all servers of one person share. */
    public static Path sharedBinaries() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("gatehouse");
    }

    /** Makes the roles and the named database if they are missing. Repeating it changes nothing. */
    public Database prepareDatabase(String name) {
        try (Connection connection = connect("postgres")) {
            return Roles.prepare(connection, url(name), name, secrets);
        } catch (SQLException e) {
            throw new PostgresStartException("Cannot prepare database " + name, e);
        }
    }

    /**
     * Makes {@code name} as a copy of {@code template}, to which nobody may be connected.
     *
     * @return the copy, with the same roles
     */
    public Database copyDatabase(String template, String name) {
        try (Connection connection = connect("postgres")) {
            return Roles.copy(connection, url(name), template, name, secrets);
        } catch (SQLException e) {
            throw new PostgresStartException("Cannot copy database " + template + " to " + name, e);
        }
    }

    /** Kills the server without a checkpoint, as a power cut would. */
    public void kill() {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        server.onExit().join();
    }

    /** Fast shutdown: open transactions are rolled back, all that was committed is kept. */
    @Override
    public void close() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            if (!server.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "PostgreSQL did not stop within {} s and is killed; it recovers at the next start",
                        START_SECONDS);
                server.destroyForcibly();
            }
        } catch (IOException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Cluster cluster) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (server.isAlive() && System.nanoTime() < deadline) {
            try (Connection connection = connect("postgres")) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                server.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
        server.destroyForcibly();
        throw new PostgresStartException("PostgreSQL did not start; its log is " + cluster.log(), null);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, secrets.superuser());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static String readTrimmed(Path file) throws IOException {
        return Files.readString(file).trim();
    }
}
