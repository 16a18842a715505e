package io.gatehouse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verifier's jar, run as whoever verifies runs it: in a process of its own that knows files and nothing else. */
public final class Verifier {

    /** What the process answers when a key that was brought proves everything. */
    public static final int PROVEN = 0;

    /** What it answers when something does not hold. */
    public static final int REFUSED = 1;

    /** What it answers when the file cannot be read as what it claims to be. */
    public static final int UNREADABLE = 2;

    private static final Path JAR = Path.of("..", "verifier", "target", "gatehouse-verifier.jar");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    /** @param folder for its files */
    public Verifier(Path folder) {
        this.folder = folder;
    }

    /**
     * What it says.
     *
     * @param text its output; in case of {@code verify} JSON
     */
    public record Verdict(int code, String text) {

        /** What it says as JSON. */
        public JsonNode json() {
            return JSON.readTree(text);
        }
    }

    /** Verifies an export. */
    public Verdict verify(byte[] export, String... options) {
        List<String> words =
                new ArrayList<>(List.of("verify", file("export", export).toString(), "--json"));
        words.addAll(List.of(options));
        return run(words);
    }

    /** A file that options can name. */
    public Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verdict run(List<String> words) {
        Path output = folder.resolve("output");
        try {
            Process process = process(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new Verdict(process.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts the jar with these words; what it says comes from its output. */
    static Process start(String... words) throws IOException {
        return process(List.of(words)).redirectErrorStream(true).start();
    }

    private static ProcessBuilder process(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
        command.addAll(words);
        return new ProcessBuilder(command);
    }
}
