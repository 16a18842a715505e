package io.gatehouse.verifier.command;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.format.ExportReader;
import io.gatehouse.verifier.note.VerifierKey;
import io.gatehouse.verifier.verify.Demands;
import io.gatehouse.verifier.verify.ExportVerifier;
import io.gatehouse.verifier.verify.Kept;
import io.gatehouse.verifier.verify.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies an export. */
final class VerifyCommand {

    private final Arguments arguments;
    private final PrintStream out;

    VerifyCommand(List<String> words, PrintStream out) throws UsageException {
        this.arguments = new Arguments(words, Set.of("--key", "--kept", "--keep"), Set.of("--json"));
        this.out = out;
    }

    ExitCode run() throws UsageException, IOException {
        Path export = Path.of(arguments.only("export"));
        Report report = verify(export, demands());
        out.print(arguments.has("--json") ? ReportJson.of(report) : ReportText.of(report));
        keep(report);
        return switch (report.verdict()) {
            case PROVEN -> ExitCode.PROVEN;
            case REFUSED -> ExitCode.REFUSED;
            case CONSISTENT -> ExitCode.CONSISTENT;
        };
    }

    private Demands demands() throws UsageException, IOException {
        List<VerifierKey> keys = Inputs.keys(arguments.all("--key"));
        return new Demands(keys, kept(keys));
    }

    private @Nullable Kept kept(List<VerifierKey> keys) throws UsageException, IOException {
        Optional<String> file = arguments.one("--kept");
        if (file.isEmpty()) {
            return null;
        }
        try {
            return Kept.parse(Inputs.text(file.get()), keys);
        } catch (MalformedException e) {
            throw new IOException("--kept: " + e.getMessage(), e);
        }
    }

    private static Report verify(Path export, Demands demands) throws IOException {
        try (InputStream input = Files.newInputStream(export)) {
            return new ExportVerifier(new ExportReader(input), demands).verify();
        } catch (MalformedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void keep(Report report) throws UsageException, IOException {
        Optional<String> file = arguments.one("--keep");
        Report.Facts facts = report.facts();
        if (file.isPresent() && facts != null && report.verdict() == Report.Verdict.PROVEN) {
            Files.writeString(Path.of(file.get()), facts.toKeep().toString());
        }
    }
}
