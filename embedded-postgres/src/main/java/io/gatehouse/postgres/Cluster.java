package io.gatehouse.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The data folder of one server and the programs run on it. */
final class Cluster {

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "shared_buffers", "128MB",
            "max_wal_size", "2GB",
            "random_page_cost", "1.1",
            "log_line_prefix", "%m [%p] ");

    private final Path folder;
    private final Path data;
    private final Path programs;
    private final Secrets secrets;

    Cluster(Path folder, Path programs) throws IOException {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.programs = programs;
        if (Files.notExists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        this.secrets = Secrets.in(folder);
    }

    Path folder() {
        return folder;
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    Secrets secrets() {
        return secrets;
    }

    void makeOnce() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        run(List.of(
                program("initdb"),
                "-D",
                data.toString(),
                "-U",
                EmbeddedPostgres.SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + folder.resolve("superuser.password"),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    }

    /** A server that outlived its killed parent still holds the data: stop it first. */
    void stopOrphan() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            command(List.of(program("pg_ctl"), "-D", data.toString(), "-m", "fast", "-w", "stop"))
                    .start()
                    .waitFor();
        }
    }

    /** Keeps the port between starts, so that tools set up for it go on working. */
    int lastPort() throws IOException {
        Path file = folder.resolve("port");
        return Files.exists(file) ? Integer.parseInt(EmbeddedPostgres.readTrimmed(file)) : 0;
    }

    Process startServer(int port, Map<String, String> settings) throws IOException {
        Files.writeString(folder.resolve("port"), Integer.toString(port));
        List<String> arguments = new ArrayList<>(List.of(program("postgres"), "-D", data.toString()));
        setting(arguments, "port", Integer.toString(port));
        SETTINGS.forEach((name, value) -> setting(arguments, name, settings.getOrDefault(name, value)));
        settings.forEach((name, value) -> {
            if (!SETTINGS.containsKey(name)) {
                setting(arguments, name, value);
            }
        });
        return command(arguments).start();
    }

    private static void setting(List<String> arguments, String name, String value) {
        arguments.add("-c");
        arguments.add(name + "=" + value);
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        int status = command(arguments).start().waitFor();
        if (status != 0) {
            throw new PostgresStartException(
                    Path.of(arguments.getFirst()).getFileName() + " ended with " + status + "; its log is " + log(),
                    null);
        }
    }

    private ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }
}
