package io.gatehouse.testkit.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product as a child process; its log goes to a file, and its one-time code is read from there as a person would. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Pattern CODE = Pattern.compile("First-run code: (\\S+)");

    private final Process process;
    private final Path log;
    private final CompletableFuture<String> code = new CompletableFuture<>();

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the launcher with these settings in its environment; what it prints goes to the log. */
    public static ServerProcess start(Path launcher, Path log, Map<String, String> environment) throws IOException {
        return start(command(launcher), log, environment);
    }

    /** Starts the server by any command. */
    public static ServerProcess start(List<String> command, Path log, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        ServerProcess server = new ServerProcess(builder.start(), log);
        Thread.ofPlatform().daemon().name("server-log").start(server::copyLog);
        return server;
    }

    /** The process id of the server. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended yet. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** In a session of its own, so that Ctrl-C reaches the demo alone, which stops everything in order. */
    private static List<String> command(Path launcher) {
        return Files.isExecutable(SETSID)
                ? List.of(SETSID.toString(), launcher.toString())
                : List.of(launcher.toString());
    }

    private void copyLog() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter out = new PrintWriter(
                        Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING),
                        true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = CODE.matcher(line);
                if (matcher.find()) {
                    code.complete(matcher.group(1));
                }
                out.println(line);
            }
        } catch (IOException e) {
            code.completeExceptionally(e);
        }
    }

    /** Waits until the server says that it is well. */
    public void awaitHealthy(URI address) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            Instant deadline = Instant.now().plus(START_LIMIT);
            while (!isHealthy(client, request)) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new ProductFailure("The server did not start; its log is " + log);
                }
                Thread.sleep(Duration.ofMillis(200));
            }
        }
    }

    private static boolean isHealthy(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The code that the first-run page asks for. */
    public String firstRunCode() throws InterruptedException {
        try {
            return code.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ProductFailure("The server printed no first-run code; its log is " + log);
        }
    }

    /** Waits until the server ends by itself. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Kills the server with SIGKILL: it can finish nothing, and nobody is told. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
