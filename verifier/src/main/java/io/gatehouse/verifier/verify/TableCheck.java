package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.format.CsvReader;
import io.gatehouse.verifier.format.EntryLine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Compares the table for people with the lines that are proven, row by row. */
public final class TableCheck {

    private static final List<String> COLUMNS = List.of(
            "index",
            "recorded_at",
            "actor_type",
            "actor_id",
            "actor",
            "action",
            "object_type",
            "object_id",
            "object",
            "reason",
            "before",
            "after",
            "correlation_id",
            "id",
            "leaf_hash");

    private final CsvReader table;
    private long row;
    private boolean broken;

    public TableCheck(CsvReader table) {
        this.table = table;
    }

    void header(Findings findings) throws IOException {
        if (!COLUMNS.equals(next(findings))) {
            findings.refuse("ledger.csv: its first row must be " + String.join(",", COLUMNS));
            broken = true;
        }
    }

    /** @param entry nothing if it was dropped, or is refused anyway */
    void line(EntryLine line, Optional<Entry> entry, Findings findings) throws IOException {
        if (broken) {
            return;
        }
        List<String> cells = next(findings);
        if (broken) {
            return;
        }
        if (cells.isEmpty()) {
            findings.refuse("ledger.csv: row " + row + ", of entry " + line.index() + ", is missing");
            broken = true;
        } else if (entry.isPresent() || line.content() == null) {
            compare(cells, line, entry, findings);
        }
    }

    void end(Findings findings) throws IOException {
        if (!broken && !next(findings).isEmpty()) {
            findings.refuse("ledger.csv: row " + row + " is one too many");
        }
    }

    private void compare(List<String> cells, EntryLine line, Optional<Entry> entry, Findings findings) {
        try {
            List<String> expected = TableRow.of(line, entry);
            for (int i = 0; i < COLUMNS.size(); i++) {
                if (cells.size() != COLUMNS.size() || !cells.get(i).equals(expected.get(i))) {
                    findings.refuse("ledger.csv: row " + row + " does not say in column " + COLUMNS.get(i)
                            + " what entry " + line.index() + " says");
                    return;
                }
            }
        } catch (MalformedException e) {
            findings.refuse("ledger.csv: row " + row + ": " + e.what());
        }
    }

    /** The next row; without cells at the end. */
    private List<String> next(Findings findings) throws IOException {
        row++;
        try {
            List<String> cells = table.next();
            return cells == null ? List.of() : cells;
        } catch (MalformedException e) {
            findings.refuse("ledger.csv: row " + row + ": " + e.what());
            broken = true;
            return List.of();
        }
    }
}
