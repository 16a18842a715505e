package io.gatehouse.testkit.keycloak;

import io.gatehouse.testkit.product.ProductFailure;
import io.gatehouse.testkit.product.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A running Keycloak on loopback with its data in memory. Starting takes some twenty seconds. */
public final class Keycloak implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "admin-of-a-test";

    private final URI address;
    private final Path log;
    private final ServerProcess process;
    private final Administration administration;

    private Keycloak(URI address, Path log, ServerProcess process) {
        this.address = address;
        this.log = log;
        this.process = process;
        this.administration = new Administration(address);
    }

    /** The one that all tests of this JVM share; it stops with the JVM. Take a realm of your own in it. */
    public static Keycloak shared() {
        return Shared.INSTANCE;
    }

    /** Starts one. */
    public static Keycloak start() throws IOException, InterruptedException {
        Distribution distribution = Distribution.find();
        distribution.prepare();
        int port = freePort();
        Path log = Files.createTempFile("keycloak-", ".log");
        Keycloak keycloak = new Keycloak(URI.create("http://127.0.0.1:" + port), log, launch(distribution, port, log));
        try {
            keycloak.awaitAnswer();
            return keycloak;
        } catch (InterruptedException | RuntimeException e) {
            keycloak.close();
            throw e;
        }
    }

    /** Where it listens. */
    public URI address() {
        return address;
    }

    /** Makes a realm, which is what one customer has as its identity provider. */
    public Realm realm(String name) {
        return Realm.create(address, administration, name);
    }

    @Override
    public void close() {
        process.close();
    }

    private static ServerProcess launch(Distribution distribution, int port, Path log) throws IOException {
        Map<String, String> environment = new HashMap<>(Distribution.environment());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        return ServerProcess.start(
                distribution.command(
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname-strict=false"),
                log,
                environment);
    }

    private void awaitAnswer() throws InterruptedException {
        Instant deadline = Instant.now().plus(START_LIMIT);
        while (!administration.answers()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new ProductFailure("Keycloak did not start; its log is " + log);
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Shared {
        static final Keycloak INSTANCE = startForThisJvm();

        private static Keycloak startForThisJvm() {
            try {
                Keycloak keycloak = start();
                Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close, "stop-keycloak"));
                return keycloak;
            } catch (IOException e) {
                throw new ProductFailure("Keycloak did not start: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProductFailure("interrupted");
            }
        }
    }
}
