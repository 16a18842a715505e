package io.gatehouse.verifier.command;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.format.ExportReader;
import io.gatehouse.verifier.verify.Demands;
import io.gatehouse.verifier.verify.ExportVerifier;
import io.gatehouse.verifier.verify.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Verifies an export. */
final class VerifyCommand {

    private final Arguments arguments;
    private final PrintStream out;

    VerifyCommand(List<String> words, PrintStream out) throws UsageException {
        this.arguments = new Arguments(words, Trust.OPTIONS, Set.of("--json"));
        this.out = out;
    }

    ExitCode run() throws UsageException, IOException {
        Trust trust = new Trust(arguments);
        Report report = verify(Path.of(arguments.only("export")), trust.demands());
        out.print(arguments.has("--json") ? ReportJson.of(report) : ReportText.of(report));
        trust.keep(report);
        return switch (report.verdict()) {
            case PROVEN -> ExitCode.PROVEN;
            case REFUSED -> ExitCode.REFUSED;
            case CONSISTENT -> ExitCode.CONSISTENT;
        };
    }

    private static Report verify(Path export, Demands demands) throws IOException {
        try (InputStream input = Files.newInputStream(export)) {
            return new ExportVerifier(new ExportReader(input), demands).verify();
        } catch (MalformedException e) {
            throw new IOException(e.what(), e);
        }
    }
}
