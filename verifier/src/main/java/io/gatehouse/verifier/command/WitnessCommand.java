package io.gatehouse.verifier.command;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.note.VerifierKey;
import io.gatehouse.verifier.witness.WitnessKey;
import io.gatehouse.verifier.witness.WitnessServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Makes a witness's key, and runs a witness. */
final class WitnessCommand {

    private static final String OWNER_ONLY = "rw-------";

    private final List<String> words;
    private final PrintStream out;

    WitnessCommand(List<String> words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    ExitCode makeKey() throws UsageException, IOException {
        Arguments arguments = new Arguments(words, Set.of("--key-file"), Set.of());
        Path file = Path.of(arguments.need("--key-file"));
        try {
            WitnessKey key = WitnessKey.generate(arguments.only("name"));
            // Fails if there is a file already: no key is ever overwritten.
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, key.secrets());
            key.keys().forEach(signer -> out.println(signer.verifier()));
            return ExitCode.PROVEN;
        } catch (MalformedException e) {
            throw new UsageException(e.what());
        }
    }

    ExitCode run() throws UsageException, IOException {
        Arguments arguments =
                new Arguments(words, Set.of("--listen", "--name", "--key-file", "--state", "--log"), Set.of());
        WitnessKey key = key(arguments.need("--key-file"));
        if (!key.name().equals(arguments.one("--name").orElse(key.name()))) {
            throw new UsageException("the key file is " + key.name() + "'s");
        }
        List<VerifierKey> logs = Inputs.keys(arguments.all("--log"));
        if (logs.isEmpty()) {
            throw new UsageException("--log is missing");
        }
        WitnessServer server = new WitnessServer(
                address(arguments.need("--listen")),
                key,
                logs,
                Path.of(arguments.need("--state")),
                InstantSource.system());
        out.println("witness " + key.name() + " listens at http://"
                + server.address().getHostString() + ":" + server.address().getPort() + "/add-checkpoint");
        out.flush();
        return waitForEver();
    }

    private static ExitCode waitForEver() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.PROVEN;
    }

    private static WitnessKey key(String file) throws IOException {
        try {
            return WitnessKey.parse(Inputs.text(file));
        } catch (MalformedException e) {
            throw new IOException(file + ": " + e.what(), e);
        }
    }

    private static InetSocketAddress address(String text) throws UsageException {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new UsageException("--listen must be <address>:<port>");
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        if (port > 65_535) {
            throw new UsageException("a port must be below 65536");
        }
        return new InetSocketAddress(text.substring(0, colon), port);
    }
}
