package io.gatehouse.bench;

import io.gatehouse.postgres.Database;
import io.gatehouse.postgres.EmbeddedPostgres;
import io.gatehouse.testkit.product.Account;
import io.gatehouse.testkit.product.ApiClient;
import io.gatehouse.testkit.product.ServerProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A PostgreSQL and a server for one run, and the organizations in it. */
final class Installation implements AutoCloseable {

    static final Map<String, String> POSTGRES =
            Map.of("shared_buffers", "1GB", "max_wal_size", "8GB", "fsync", "on", "synchronous_commit", "on");

    private static final String PASSWORD = UUID.randomUUID().toString();

    /** One organization, its admin's session and where its Macs sync. */
    record Customer(String id, ApiClient admin, URI syncBaseUrl) {

        String path(String rest) {
            return "/api/organizations/" + id + rest;
        }
    }

    private final EmbeddedPostgres postgres;
    private final Database database;
    private final Path folder;
    private final int port;
    private final List<Customer> customers = new ArrayList<>();
    private ServerProcess server;

    private Installation(EmbeddedPostgres postgres, Path folder, int port) throws IOException, InterruptedException {
        this.postgres = postgres;
        this.database = postgres.prepareDatabase("gatehouse");
        this.folder = folder;
        this.port = port;
        this.server = startServer();
    }

    static Installation start(Path folder) throws IOException, InterruptedException {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(folder.resolve("postgres"), EmbeddedPostgres.sharedBinaries(), POSTGRES);
        return new Installation(postgres, folder, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private ServerProcess startServer() throws IOException, InterruptedException {
        ServerProcess started = ServerProcess.start(
                Path.of("bin/gatehouse").toAbsolutePath(),
                folder.resolve("server.log"),
                Map.of(
                        "GATEHOUSE_DATA", folder.toString(),
                        "GATEHOUSE_PORT", Integer.toString(port),
                        "GATEHOUSE_DATABASE_URL", database.url(),
                        "GATEHOUSE_DATABASE_OWNER_USERNAME", database.ownerUser(),
                        "GATEHOUSE_DATABASE_OWNER_PASSWORD", database.ownerPassword(),
                        "GATEHOUSE_DATABASE_APPLICATION_USERNAME", database.applicationUser(),
                        "GATEHOUSE_DATABASE_APPLICATION_PASSWORD", database.applicationPassword()));
        started.awaitHealthy(address());
        return started;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    Database database() {
        return database;
    }

    long serverPid() {
        return server.pid();
    }

    List<Customer> customers() {
        return customers;
    }

    void stopServer() {
        server.close();
    }

    /** Starts the stopped server on the same data; returns when it answers. */
    void startAgain() throws IOException, InterruptedException {
        server = startServer();
    }

    /** Makes organizations through the API, each with an admin and an enrolment. */
    void found(int organizations) throws InterruptedException {
        JsonNode first = ApiClient.anonymous(address())
                .post(
                        "/api/setup",
                        Map.of(
                                "code", server.firstRunCode(),
                                "operator", person("operator@bench.example"),
                                "organization", Map.of("name", "Organization 0", "kind", "ENTERPRISE"),
                                "admin", person("admin0@bench.example")));
        furnish(first.at("/organization/id").asString(), "admin0@bench.example");
        for (int number = 1; number < organizations; number++) {
            String email = "admin" + number + "@bench.example";
            furnish(found("Organization " + number, "ENTERPRISE", email), email);
        }
    }

    /** A provider without customers; its admin's session. */
    Customer foundProvider() {
        String email = "provider@bench.example";
        String id = found("Provider", "PROVIDER", email);
        return new Customer(id, ApiClient.signedIn(address(), account(email)), address());
    }

    private String found(String name, String kind, String email) {
        JsonNode made = ApiClient.signedIn(address(), account("operator@bench.example"))
                .post("/api/installation/organizations", Map.of("name", name, "kind", kind, "adminEmail", email));
        String link = made.at("/invitation/link").asString();
        ApiClient.anonymous(address())
                .post(
                        "/api/invitations/accept",
                        Map.of(
                                "token",
                                link.substring(link.indexOf('#') + 1),
                                "displayName",
                                "Admin",
                                "password",
                                PASSWORD));
        return made.at("/organization/id").asString();
    }

    private void furnish(String organization, String email) {
        ApiClient admin = ApiClient.signedIn(address(), account(email));
        JsonNode enrolment = admin.post(
                "/api/organizations/" + organization + "/enrolments", Map.of("name", "All Macs", "tagIds", List.of()));
        String secret = enrolment.get("secret").asString();
        customers.add(new Customer(organization, admin, address().resolve("/santa/" + secret + "/")));
    }

    private static Account account(String email) {
        return new Account("", "", email, email, PASSWORD);
    }

    private static Map<String, String> person(String email) {
        return Map.of("email", email, "displayName", email, "password", PASSWORD);
    }

    @Override
    public void close() {
        server.close();
        postgres.close();
    }
}
