package io.gatehouse.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A witness as a customer runs it: the verifier's jar in a process of its own. */
public final class RealWitness implements AutoCloseable {

    private final Process process;
    private final String address;

    private RealWitness(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Makes its key; answers the two verifier keys that it prints. */
    public static List<String> makeKey(Path folder, String name) {
        try {
            Process process = Verifier.start("witness-key", name, "--key-file", keyFile(folder));
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return printed.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts it with that key.
     *
     * @param state where it remembers what it saw
     * @param logKeys of the log that it knows
     */
    public static RealWitness start(Path folder, String state, List<String> logKeys) {
        try {
            Path keys = Files.write(folder.resolve("log.keys"), logKeys);
            Process process = Verifier.start(
                    "witness",
                    "--listen",
                    "127.0.0.1:0",
                    "--key-file",
                    keyFile(folder),
                    "--state",
                    folder.resolve(state).toString(),
                    "--log",
                    keys.toString());
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            List<String> said = new ArrayList<>();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.contains(" listens at ")) {
                    return new RealWitness(process, line.substring(line.indexOf("http")));
                }
            }
            throw new IllegalStateException("The witness does not listen: " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, as it prints it. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static String keyFile(Path folder) {
        return folder.resolve("witness.key").toString();
    }
}
