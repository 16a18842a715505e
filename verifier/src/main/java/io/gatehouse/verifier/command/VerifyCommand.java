package io.gatehouse.verifier.command;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.format.CsvReader;
import io.gatehouse.verifier.format.ExportReader;
import io.gatehouse.verifier.format.ExportZip;
import io.gatehouse.verifier.tiles.TileReader;
import io.gatehouse.verifier.verify.Demands;
import io.gatehouse.verifier.verify.ExportVerifier;
import io.gatehouse.verifier.verify.Report;
import io.gatehouse.verifier.verify.TableCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Verifies an export. */
final class VerifyCommand {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

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
        try {
            if (Files.isDirectory(export)) {
                return new ExportVerifier(new TileReader(export), demands).verify();
            }
            if (begins(export, GZIP)) {
                throw new MalformedException("the file is packed by gzip: unpack it first");
            }
            return begins(export, ZIP) ? verifyZip(export, demands) : verifyLines(export, demands);
        } catch (MalformedException e) {
            throw new IOException(e.what(), e);
        }
    }

    private static Report verifyLines(Path export, Demands demands) throws IOException, MalformedException {
        try (InputStream lines = Files.newInputStream(export)) {
            return new ExportVerifier(new ExportReader(lines), demands).verify();
        }
    }

    private static Report verifyZip(Path export, Demands demands) throws IOException, MalformedException {
        try (ExportZip zip = new ExportZip(export);
                InputStream lines = zip.lines();
                InputStream table = zip.table()) {
            TableCheck check = new TableCheck(new CsvReader(table));
            return new ExportVerifier(new ExportReader(lines), demands, check).verify();
        }
    }

    private static boolean begins(Path file, byte[] with) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return Arrays.equals(input.readNBytes(with.length), with);
        }
    }
}
