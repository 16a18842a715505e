package io.gatehouse.verifier.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.verifier.honest.History;
import io.gatehouse.verifier.honest.HonestLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a bad disk, a broken download or a mail program left: what is said names the line or the place. */
final class BrokenFilesTest {

    private static final int LONGEST_LINE = 64 << 20;

    @TempDir
    Path folder;

    private final History history = new History(13);
    private final HonestLog log = history.log;

    @BeforeEach
    void aLog() {
        history.play(60);
    }

    @Test
    void aFilePackedByGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(log.export().getBytes(StandardCharsets.UTF_8));
        }
        byte[] packed = bytes.toByteArray();
        assertTold(packed, ExitCode.UNREADABLE, "packed by gzip: unpack it first");
        assertTold(Arrays.copyOf(packed, packed.length / 2), ExitCode.UNREADABLE, "packed by gzip");
    }

    @Test
    void aFileThatWasCutOff() throws IOException {
        byte[] export = log.export().getBytes(StandardCharsets.UTF_8);
        int within = lineStart(export, 5) + 30;
        assertTold(
                Arrays.copyOf(export, within), ExitCode.REFUSED, "line 5: the line has no end: the file was cut off");
        assertTold(Arrays.copyOf(export, 40), ExitCode.UNREADABLE, "line 1: the line has no end");
        byte[] zip = zip(export, table());
        assertTold(Arrays.copyOf(zip, zip.length / 2), ExitCode.UNREADABLE, "the ZIP is broken, or was cut off");
    }

    @Test
    void aByteThatIsNotUtf8() throws IOException {
        byte[] export = log.export().getBytes(StandardCharsets.UTF_8);
        export[indexOf(export, "Ada", lineStart(export, 7))] = (byte) 0xff;
        assertTold(export, ExitCode.REFUSED, "line 7: a string is not UTF-8");
        byte[] table = table();
        table[lineStart(table, 2) + 1] = (byte) 0xff;
        assertTold(
                zip(log.export().getBytes(StandardCharsets.UTF_8), table),
                ExitCode.REFUSED,
                "ledger.csv: row 2: it is not UTF-8");
    }

    @Test
    void aZipWhoseContentIsBroken() throws IOException {
        byte[] zip = zip(log.export().getBytes(StandardCharsets.UTF_8), table());
        int content = 30 + "ledger.jsonl".length();
        Arrays.fill(zip, content + 500, content + 600, (byte) 0xff);
        assertTold(zip, ExitCode.UNREADABLE, "ledger.jsonl in the ZIP is broken after ");
    }

    @Test
    void aLineThatDoesNotEnd() throws IOException {
        byte[] export = log.export().getBytes(StandardCharsets.UTF_8);
        byte[] endless = Arrays.copyOf(export, lineStart(export, 3) + LONGEST_LINE + (2 << 20));
        Arrays.fill(endless, lineStart(export, 3), endless.length, (byte) 'x');
        assertTold(endless, ExitCode.REFUSED, "line 3: longer than 67108864 bytes");
    }

    private void assertTold(byte[] file, ExitCode code, String what) throws IOException {
        Path path = Files.write(folder.resolve("export"), file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        String key = log.keys().getFirst();
        assertThat(Main.run(List.of("verify", path.toString(), "--key", key), out, out))
                .isEqualTo(code);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains(what);
    }

    private byte[] table() {
        return log.table(null, false).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(byte[] lines, byte[] table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("ledger.jsonl"));
            zip.write(lines);
            zip.putNextEntry(new ZipEntry("ledger.csv"));
            zip.write(table);
        }
        return bytes.toByteArray();
    }

    /** @param line counted from 1 */
    private static int lineStart(byte[] file, int line) {
        int at = 0;
        for (int number = 1; number < line; number++) {
            at = indexOf(file, "\n", at) + 1;
        }
        return at;
    }

    private static int indexOf(byte[] file, String text, int from) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(text, from);
    }
}
