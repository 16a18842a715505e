package io.gatehouse.ledger.export;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.book.EntryValues;
import io.gatehouse.ledger.log.LogExcerpts;
import io.gatehouse.ledger.tree.Merkle;
import io.gatehouse.ledger.watch.MismatchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds to rows what an export says of them. */
@Component
final class LineReader {

    private final EntryValues values;
    private final LogExcerpts log;

    LineReader(EntryValues values, LogExcerpts log) {
        this.values = values;
        this.log = log;
    }

    List<Line> read(Moment moment, List<ExportStore.Row> rows, boolean proven) {
        List<Line.Content> contents = contents(moment, rows);
        List<List<byte[]>> proofs = proven
                ? log.inclusion(
                        moment.scope(),
                        rows.stream().map(ExportStore.Row::index).toList(),
                        moment.head().size())
                : List.of();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ExportStore.Row row = rows.get(i);
            lines.add(new Line(row.index(), row.leafHash(), contents.get(i), proven ? proofs.get(i) : null));
        }
        return lines;
    }

    private List<Line.Content> contents(Moment moment, List<ExportStore.Row> rows) {
        List<EntryValues.Entry> entries = new ArrayList<>();
        rows.forEach(row -> {
            if (row.id() != null && row.canonical() != null) {
                check(moment, row, row.canonical());
                entries.add(new EntryValues.Entry(row.id(), row.canonical()));
            }
        });
        var kept = kept(moment, entries).iterator();
        return rows.stream()
                .map(row -> content(moment, row, row.canonical() == null ? null : kept.next()))
                .toList();
    }

    /** What somebody has answered for is told as it stands: whoever checks the export finds it, too. */
    private static void check(Moment moment, ExportStore.Row row, byte[] canonical) {
        if (!Arrays.equals(Merkle.leaf(canonical), row.leafHash())
                && !moment.acknowledged().contains(row.index())) {
            throw MismatchException.changed(row.index());
        }
    }

    private static Line.Content content(
            Moment moment, ExportStore.Row row, @Nullable SortedMap<String, EntryValues.Value> values) {
        if (row.canonical() == null || values == null) {
            return new Line.Content.Dropped(moment.orders().drop(row.index()));
        }
        SortedMap<String, Line.Value> told = new TreeMap<>();
        values.forEach((path, value) -> told.put(path, value(moment, row.index(), value)));
        return new Line.Content.Kept(row.canonical(), told);
    }

    /** Values that are to be withheld are not even opened. */
    private List<SortedMap<String, EntryValues.Value>> kept(Moment moment, List<EntryValues.Entry> entries) {
        OrganizationScope scope = moment.scope();
        return moment.withheld()
                ? entries.stream().map(entry -> unopened(scope, entry)).toList()
                : values.of(scope, entries);
    }

    private static SortedMap<String, EntryValues.Value> unopened(OrganizationScope scope, EntryValues.Entry entry) {
        SortedMap<String, EntryValues.Value> unopened = new TreeMap<>();
        Map<String, UUID> subjects = EntryValues.subjects(scope, entry.canonical());
        subjects.forEach((path, subject) -> unopened.put(path, new EntryValues.Value(subject, null)));
        return unopened;
    }

    private static Line.Value value(Moment moment, long index, EntryValues.Value value) {
        if (moment.withheld()) {
            return new Line.Value.Withheld();
        }
        EntryValues.Salted told = value.told();
        return told == null
                ? new Line.Value.Erased(moment.orders().erasure(index, value.subject()))
                : new Line.Value.Told(told.salt(), told.json());
    }
}
