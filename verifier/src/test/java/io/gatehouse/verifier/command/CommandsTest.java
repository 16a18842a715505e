package io.gatehouse.verifier.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.verifier.honest.History;
import io.gatehouse.verifier.honest.HonestLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as people and programs use it. */
final class CommandsTest {

    @TempDir
    Path folder;

    private final History history = new History(11);
    private final HonestLog log = history.log;
    private String output = "";
    private Path keys;

    @BeforeEach
    void aLog() throws IOException {
        history.play(40);
        log.append("person.update", history.person(), history.person(), "{}");
        keys = file("log.keys", "# from the contract\n" + String.join("\n", log.keys()) + "\n");
    }

    @Test
    void aStrangerVerifiesChangesOneCharacterAndComesBackAMonthLater() throws IOException {
        Path export = file("ledger.jsonl", log.export());
        Path kept = folder.resolve("kept");
        assertThat(run("verify", export, "--key", keys, "--keep", kept)).isEqualTo(ExitCode.PROVEN);
        assertThat(output).startsWith("PROVEN\n").contains(log.origin);
        Path changed = file("changed.jsonl", log.export().replaceFirst("rule.create", "rule.cheate"));
        assertThat(run("verify", changed, "--key", keys)).isEqualTo(ExitCode.REFUSED);
        assertThat(output).contains("its bytes were changed");
        log.erase(history.person());
        log.rotate();
        history.play(30);
        Path later = file("later.jsonl", log.export());
        assertThat(run("verify", later, "--kept", kept, "--keep", kept)).isEqualTo(ExitCode.PROVEN);
        assertThat(output)
                .contains("continues   the checkpoint of")
                .contains("erased")
                .contains("by order of PERSON");
        log.append("rule.create", history.person(), null, "{}");
        Path last = file("last.jsonl", log.export());
        assertThat(run("verify", last, "--kept", kept, "--json")).isEqualTo(ExitCode.PROVEN);
        assertThat(output).contains("\"verdict\": \"proven\"");
    }

    @Test
    void withoutAKeyItIsNoProof() throws IOException {
        Path export = file("ledger.jsonl", log.export());
        assertThat(run("verify", export)).isEqualTo(ExitCode.CONSISTENT);
        assertThat(output).contains("NOT PROVEN").doesNotContain("signed by");
        assertThat(run(
                        "verify",
                        export,
                        "--key",
                        new HonestLog(new Random(1)).keys().getFirst()))
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void whatCannotBeReadIsToldApartFromWhatIsRefused() throws IOException {
        assertThat(run("verify", folder.resolve("nothing"))).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run("verify", file("other", "hello\n"))).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run("verify", file("empty", ""))).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run("verify")).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run("verify", "x", "--key")).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run("verify", "x", "--unknown", "y")).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run("dance")).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run()).isEqualTo(ExitCode.UNREADABLE);
    }

    @Test
    void nothingOfAFileSteersTheTerminal() throws IOException {
        Path export =
                file("ledger.jsonl", log.export().replaceFirst("\"leaf\"", "\"\\\\u001b[2J\\\\u202e\":1,\"leaf\""));
        assertThat(run("verify", export, "--key", keys)).isEqualTo(ExitCode.REFUSED);
        assertThat(output).contains("\\u001b[2J\\u202e");
    }

    @Test
    void aTableIsComparedWithItsLines() throws IOException {
        for (boolean withheld : List.of(false, true)) {
            String lines = log.export(index -> index % 3 != 1, withheld, -1);
            String table = log.table(index -> index % 3 != 1, withheld);
            Path zip = zip(Map.of("ledger.jsonl", lines, "ledger.csv", table));
            assertThat(run("verify", zip, "--key", keys)).as(() -> output).isEqualTo(ExitCode.PROVEN);
        }
        String table = log.table(null, false);
        assertTableRefused(table.replaceFirst("\"Ada\"", "\"Eve\""), "column actor");
        assertTableRefused(table.replaceFirst("rule.create", "rule.delete"), "column action");
        assertTableRefused(table.substring(0, table.lastIndexOf("\r\n", table.length() - 3) + 2), "is missing");
        assertTableRefused(table + "1,2\r\n", "is one too many");
        assertTableRefused(table.replaceFirst("reason", "reasons"), "first row");
        assertTableRefused(table + "\"", "a quoted cell has no end");
    }

    /** Each byte of the table is changed: refused, unless it is read the same. */
    @Test
    void eachByteOfATableCounts() throws IOException {
        HonestLog small = new HonestLog(new Random(5));
        small.append("person.update", small.uuid(), small.uuid(), "{}");
        keys = file("small.keys", String.join("\n", small.keys()));
        byte[] table = small.table(null, false).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < table.length; i++) {
            byte[] changed = table.clone();
            changed[i] ^= 1;
            Path zip =
                    zip(Map.of("ledger.jsonl", small.export().getBytes(StandardCharsets.UTF_8), "ledger.csv", changed));
            assertThat(run("verify", zip, "--key", keys)).as("byte %s", i).isNotEqualTo(ExitCode.PROVEN);
        }
    }

    @Test
    void aZipOfAnythingElseIsRefused() throws IOException {
        String lines = log.export();
        String table = log.table(null, false);
        assertThat(run("verify", zip(Map.of("ledger.jsonl", lines)), "--key", keys))
                .isEqualTo(ExitCode.UNREADABLE);
        Map<String, Object> three = new LinkedHashMap<>(Map.of("ledger.jsonl", lines, "ledger.csv", table));
        three.put("../../outside", "x");
        assertThat(run("verify", zip(three), "--key", keys)).isEqualTo(ExitCode.UNREADABLE);
        assertThat(folder.resolve("../../outside")).doesNotExist();
        byte[] half = Files.readAllBytes(zip(Map.of("ledger.jsonl", lines, "ledger.csv", table)));
        Files.write(folder.resolve("half.zip"), Arrays.copyOf(half, half.length / 2));
        assertThat(run("verify", folder.resolve("half.zip"), "--key", keys)).isEqualTo(ExitCode.UNREADABLE);
    }

    @Test
    void aZipBombIsNotInflated() throws IOException {
        Map<String, Object> bomb = new LinkedHashMap<>();
        bomb.put("ledger.jsonl", new byte[400 << 20]);
        bomb.put("ledger.csv", "x");
        assertThat(run("verify", zip(bomb), "--key", keys)).isEqualTo(ExitCode.UNREADABLE);
        bomb.put("ledger.jsonl", (log.export().lines().findFirst().orElseThrow() + "\n" + "{}\n".repeat(60_000_000)));
        assertThat(run("verify", zip(bomb), "--key", keys)).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aProofOfOneEntryAndOfConsistency() throws IOException {
        int index = log.append("rule.create", history.person(), null, "{}");
        Path proof = file("e.tlog-proof", log.proof(index));
        assertThat(run("proof", proof, "--key", keys)).isEqualTo(ExitCode.PROVEN);
        assertThat(output).contains("rule.create");
        assertThat(run("proof", proof)).isEqualTo(ExitCode.CONSISTENT);
        Path entry = folder.resolve("entry");
        Files.write(entry, log.entry(index));
        assertThat(run("proof", proof, "--entry", entry, "--key", keys)).isEqualTo(ExitCode.PROVEN);
        Files.write(entry, log.entry(index - 1));
        assertThat(run("proof", proof, "--entry", entry, "--key", keys)).isEqualTo(ExitCode.REFUSED);
        Path moved = file("m.tlog-proof", log.proof(index).replaceFirst("index \\d+", "index " + (index - 1)));
        assertThat(run("proof", moved, "--key", keys)).isEqualTo(ExitCode.REFUSED);
        Path kept = folder.resolve("kept");
        run("verify", file("all", log.export()), "--key", keys, "--keep", kept);
        int size = log.tree.size();
        log.append("rule.create", history.person(), null, "{}");
        Path consistency = file("consistency.txt", log.addCheckpoint(size, log.checkpoint()));
        assertThat(run("consistency", consistency, "--kept", kept, "--keep", kept))
                .isEqualTo(ExitCode.PROVEN);
        assertThat(run("consistency", consistency, "--kept", kept)).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aWitnessKeyIsPrintedAndNeverOverwritten() throws IOException {
        Path file = folder.resolve("witness.key");
        assertThat(run("witness-key", "witness.example/w", "--key-file", file)).isEqualTo(ExitCode.PROVEN);
        assertThat(output.lines()).hasSize(2).allMatch(line -> line.startsWith("witness.example/w+"));
        assertThat(output)
                .doesNotContain(Files.readString(file).lines().toList().get(1));
        assertThat(run("witness-key", "witness.example/w", "--key-file", file)).isEqualTo(ExitCode.UNREADABLE);
    }

    private void assertTableRefused(String table, String why) throws IOException {
        Path zip = zip(Map.of("ledger.jsonl", log.export(), "ledger.csv", table));
        assertThat(run("verify", zip, "--key", keys)).isEqualTo(ExitCode.REFUSED);
        assertThat(output).contains("ledger.csv").contains(why);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path zip(Map<String, ?> content) throws IOException {
        Path file = folder.resolve("ledger.zip");
        try (OutputStream output = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(output)) {
            for (Map.Entry<String, ?> entry : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(
                        entry.getValue() instanceof byte[] bytes
                                ? bytes
                                : entry.getValue().toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private ExitCode run(Object... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ExitCode code = Main.run(Arrays.stream(words).map(Object::toString).toList(), print, print);
        output = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }
}
