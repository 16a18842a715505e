package io.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what was measured and writes it as a page. */
final class Figures {

    private record Row(String what, String figure, String wanted) {}

    private final List<Row> rows = new ArrayList<>();

    void add(String what, String figure, String wanted) {
        rows.add(new Row(what, figure, wanted));
        System.out.printf(Locale.ROOT, "%-72s %-24s %s%n", what, figure, wanted);
    }

    void write(Path page, Map<String, String> settings) throws IOException {
        StringBuilder text = new StringBuilder("""
                # Figures

                Written by `make bench`, which starts the packaged server and a PostgreSQL of its own (fsync on, the
                application's role, forced row-level security) and loads it with simulated Macs that speak the real protocol.
                Server, PostgreSQL and load share the machine's cores. The machine is noisy: compare figures of one run with
                each other rather than with another run's.

                | what | figure | wanted |
                |---|---|---|
                """);
        rows.forEach(row -> text.append("| %s | %s | %s |%n".formatted(row.what(), row.figure(), row.wanted())));
        text.append("\n## Settings of this run\n\n| setting | value |\n|---|---|\n");
        settings.forEach((name, value) -> text.append("| %s | %s |%n".formatted(name, value)));
        Files.writeString(page, text);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }
}
