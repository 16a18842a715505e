package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.format.EntryLine;
import io.gatehouse.verifier.format.Export;
import io.gatehouse.verifier.format.Header;
import io.gatehouse.verifier.format.Trailer;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.note.Seal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies one export, line by line; memory does not grow with the entries, only with the orders about them. */
public final class ExportVerifier {

    private final Export reader;
    private final Header header;
    private final Demands demands;
    private final Findings findings = new Findings();
    private final Erasures erasures = new Erasures(findings);
    private final Drops drops = new Drops(findings);
    private final Holds holds = new Holds();
    private final Orders orders = new Orders(holds);
    private final Values values;
    private final Chronology chronology;
    private final Roots roots;
    private final @Nullable TableCheck table;
    private long lines;
    private long next;

    public ExportVerifier(Export reader, Demands demands) {
        this(reader, demands, null);
    }

    /** @param table to be compared with the lines, null if there is none */
    public ExportVerifier(Export reader, Demands demands, @Nullable TableCheck table) {
        this.table = table;
        this.reader = reader;
        this.header = reader.header();
        this.demands = demands;
        Kept kept = demands.kept();
        this.values = new Values(header.withheld(), findings, erasures);
        this.chronology = new Chronology(findings, kept);
        this.roots =
                new Roots(header.size(), kept == null ? -1 : kept.checkpoint().size(), findings);
    }

    /** Reads to the end and tells. */
    public Report verify() throws IOException {
        try {
            readLines();
        } catch (MalformedException e) {
            findings.refuse(Place.line(reader.line()), e.what());
            return refused();
        }
        Report.Facts facts = finish(reader.trailer());
        if (!findings.isEmpty()) {
            return refused();
        }
        return new Report(
                facts.seals().isEmpty() ? Report.Verdict.CONSISTENT : Report.Verdict.PROVEN, List.of(), 0, facts);
    }

    private void readLines() throws IOException, MalformedException {
        if (table != null) {
            table.header(findings);
        }
        for (EntryLine line = reader.next(); line != null; line = reader.next()) {
            take(line);
        }
        if (table != null) {
            table.end(findings);
        }
    }

    private Report refused() {
        return new Report(Report.Verdict.REFUSED, findings.refusals(), findings.count(), null);
    }

    private void take(EntryLine line) throws IOException {
        Place place = new Place(reader.line(), line.index());
        position(place);
        roots.take(place, line);
        Optional<Entry> entry = read(place, line);
        entry.ifPresent(chronology::inOrder);
        if (table != null) {
            table.line(line, entry, findings);
        }
        lines++;
    }

    private void position(Place place) {
        if (place.index() >= header.size()) {
            findings.refuse(place, "the log has " + header.size() + " entries only");
        } else if (place.index() < next) {
            findings.refuse(place, "it stands twice, or out of order");
        } else if (header.whole() && place.index() > next) {
            String missing =
                    place.index() == next + 1 ? "entry " + next : "entries " + next + " to " + (place.index() - 1);
            findings.refuse(place, missing + " before it are missing");
        }
        next = place.index() + 1;
    }

    private Optional<Entry> read(Place place, EntryLine line) {
        EntryLine.Content content = line.content();
        if (content == null) {
            drops.claim(place, line.droppedBy());
            return Optional.empty();
        }
        if (!content.leaf().equals(line.leaf())) {
            findings.refuse(place, "its bytes were changed: they do not have the leaf hash that the line says");
            return Optional.empty();
        }
        try {
            return Optional.of(read(place, content));
        } catch (MalformedException e) {
            findings.refuse(place, e.what());
            return Optional.empty();
        }
    }

    private Entry read(Place place, EntryLine.Content content) throws MalformedException {
        if (content.length() > Entry.LONGEST) {
            throw new MalformedException("it is longer than " + Entry.LONGEST + " bytes");
        }
        Entry entry = Entry.of(place, content.entry());
        if (!entry.organization().equals(header.organization())) {
            findings.refuse(place, "it is of organization " + entry.organization());
        }
        values.check(entry, content);
        orders.take(entry);
        return entry;
    }

    private Report.Facts finish(Trailer trailer) {
        compare(trailer);
        tombstones(Place.line(reader.line()), trailer);
        // A filter may have left out what released a hold, so only a whole log can be judged by its holds.
        Holds judged = header.whole() ? holds : new Holds();
        List<Erasures.Erasure> erased = erasures.settle(orders, judged);
        List<Drops.Drop> dropped = drops.settle(orders, judged);
        SealCheck sealCheck = new SealCheck(demands, findings);
        List<Seal> seals = sealCheck.check(trailer, orders.rotations(), roots.keptRoot());
        Kept kept = demands.kept();
        Report.Facts facts = new Report.Facts(
                trailer.checkpoint(),
                header.organization(),
                header.whole(),
                lines,
                seals,
                sealCheck.witnesses(trailer.checkpoint()),
                sealCheck.timestamps(trailer),
                kept == null ? -1 : kept.checkpoint().size(),
                erased,
                dropped,
                judged.active(),
                values.withheldCount());
        facts.sealedAt().ifPresent(chronology::sealedAt);
        return facts;
    }

    private void compare(Trailer trailer) {
        Place last = Place.line(reader.line());
        Checkpoint checkpoint = trailer.checkpoint();
        if (!checkpoint.origin().equals(header.origin())) {
            findings.refuse(last, "the checkpoint is of another log, " + checkpoint.origin());
        }
        if (checkpoint.size() != header.size()) {
            findings.refuse(
                    last, "the checkpoint is of " + checkpoint.size() + " entries, the header says " + header.size());
        }
        if (header.whole() && lines != header.size()) {
            findings.refuse(last, "there are " + lines + " entries, and should be " + header.size());
        }
        roots.compare(header.whole(), checkpoint.root());
    }

    private void tombstones(Place last, Trailer trailer) {
        Roots own = new Roots(trailer.checkpoint().size(), -1, findings);
        long before = -1;
        for (EntryLine tombstone : trailer.tombstones()) {
            Place place = new Place(last.line(), tombstone.index());
            if (header.whole() || tombstone.index() <= before || orders.has(tombstone.index())) {
                findings.refuse(place, "it stands twice, or out of order");
            }
            before = tombstone.index();
            own.take(place, tombstone);
            if (tombstone.content() == null) {
                findings.refuse(place, "it is referred to, and must not be dropped");
            } else {
                read(place, tombstone).ifPresent(chronology::outOfOrder);
            }
        }
        own.compare(false, trailer.checkpoint().root());
    }
}
