package io.gatehouse.verifier.honest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small exports of one history, for whoever else checks them: {@code Samples FOLDER}. */
public final class Samples {

    private static final int STEPS = 60;

    private Samples() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        History history = new History(7);
        history.play(STEPS);
        HonestLog log = history.log;
        Files.write(folder.resolve("keys.txt"), log.keys());
        Files.writeString(folder.resolve("kept.txt"), log.checkpoint());
        int kept = log.tree.size();
        Files.writeString(folder.resolve("entry.tlog-proof"), log.proof(3));
        log.append("person.update", history.person(), history.person(), "{\"n\":1}");
        log.rotate();
        log.append("rule.create", history.person(), null, "{\"x\":0.1}");
        history.play(STEPS);
        Files.writeString(folder.resolve("whole.jsonl"), log.export(null, false, kept));
        Files.writeString(folder.resolve("partial.jsonl"), log.export(index -> index % 3 == 0, false, kept));
        Files.writeString(folder.resolve("withheld.jsonl"), log.export(null, true, -1));
        writeTable(log, Files.createDirectories(folder.resolve("table")));
    }

    private static void writeTable(HonestLog log, Path folder) throws IOException {
        Files.write(folder.resolve("keys.txt"), log.keys());
        Files.writeString(folder.resolve("ledger.jsonl"), log.export(null, false, -1));
        Files.writeString(folder.resolve("ledger.csv"), log.table(null, false));
    }
}
