package io.gatehouse.verifier.honest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Writes an export of many entries, to measure with: {@code LargeExport FILE ENTRIES}; the keys go to FILE.keys. */
public final class LargeExport {

    private LargeExport() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int entries = Integer.parseInt(arguments[1]);
        HonestLog log = new HonestLog(new Random(1));
        HonestExport export = new HonestExport(log, null, false, -1);
        String person = log.uuid();
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(export.header(entries));
            for (int i = 0; i < entries; i++) {
                String about = i % 2 == 0 ? person : null;
                writer.write(export.line(log.append("rule.update", log.uuid(), about, "{\"mode\":\"LOCKDOWN\"}")));
                log.entries.set(i, null);
            }
            writer.write(export.trailer(List.of()));
        }
        Files.write(Path.of(file + ".keys"), log.keys());
    }
}
