package io.gatehouse.testing;

import io.gatehouse.Gatehouse;
import io.gatehouse.postgres.Database;
import io.gatehouse.testkit.product.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The server as a process of its own, on a database of its own, so that a test can kill it or start it with other classes.
 * It is this test's class path without the tests. Starting takes some seconds.
 */
public final class ChildServer implements AutoCloseable {

    private final Path folder;
    private final Database database;
    private final List<Path> classesBefore;
    private final int port;
    private int starts;
    private ServerProcess process;

    private ChildServer(Path folder, Database database, List<Path> classesBefore) throws Exception {
        this.folder = folder;
        this.database = database;
        this.classesBefore = List.copyOf(classesBefore);
        this.port = freePort();
        this.process = startProcess();
    }

    /**
     * Starts it empty.
     *
     * @param folder for its log and its data
     * @param name of its database
     * @param classesBefore folders of classes that it is to use instead of its own
     */
    public static ChildServer start(Path folder, String name, Path... classesBefore) throws Exception {
        return new ChildServer(folder, TestDatabase.fresh(name), List.of(classesBefore));
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Its database. */
    public Database database() {
        return database;
    }

    /** The code for the first-run page. */
    public String firstRunCode() throws InterruptedException {
        return process.firstRunCode();
    }

    /** Kills it in whatever it does. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** Starts it again at the same address, on what the one before has left. */
    public void restart() throws Exception {
        process = startProcess();
    }

    @Override
    public void close() {
        process.close();
    }

    /** The class path that it runs with, beside what comes before. */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private ServerProcess startProcess() throws Exception {
        String before = classesBefore.stream()
                .map(folder -> folder + File.pathSeparator)
                .collect(Collectors.joining());
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx320m",
                "-cp",
                before + classPath(),
                Gatehouse.class.getName());
        ServerProcess started = ServerProcess.start(command, folder.resolve("server-" + ++starts + ".log"), settings());
        try {
            started.awaitHealthy(address());
            return started;
        } catch (InterruptedException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "GATEHOUSE_PORT", Integer.toString(port),
                "GATEHOUSE_PUBLIC_ADDRESS", address().toString(),
                "GATEHOUSE_DATA", folder.resolve("data").toString(),
                "GATEHOUSE_DATABASE_URL", database.url(),
                "GATEHOUSE_DATABASE_OWNER_USERNAME", database.ownerUser(),
                "GATEHOUSE_DATABASE_OWNER_PASSWORD", database.ownerPassword(),
                "GATEHOUSE_DATABASE_APPLICATION_USERNAME", database.applicationUser(),
                "GATEHOUSE_DATABASE_APPLICATION_PASSWORD", database.applicationPassword());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
