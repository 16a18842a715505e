package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.format.EntryLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entries that are said to be dropped, until the orders to drop them are known. */
public final class Drops {

    private final Map<Long, List<Run>> claims = new TreeMap<>();
    private final Findings findings;

    Drops(Findings findings) {
        this.findings = findings;
    }

    /** Entries that follow each other. */
    private record Run(Place first, long last) {}

    /**
     * What one order dropped.
     *
     * @param entries how many of the entries in the file
     */
    public record Drop(Orders.DropOrder order, long entries) {}

    void claim(Place place, long order) {
        if (order != EntryLine.NOT_SAID && order <= place.index()) {
            findings.refuse(place, "it is dropped by entry " + order + ", which came before");
            return;
        }
        List<Run> runs = claims.computeIfAbsent(order, _ -> new ArrayList<>());
        if (!runs.isEmpty() && runs.getLast().last() == place.index() - 1) {
            runs.add(new Run(runs.removeLast().first(), place.index()));
        } else {
            runs.add(new Run(place, place.index()));
        }
    }

    /** Compares what was claimed with the orders and holds that were found. */
    List<Drop> settle(Orders orders, Holds holds) {
        Map<Long, Long> counts = new TreeMap<>();
        claims.forEach((said, runs) -> {
            for (Run run : runs) {
                settle(said, run, orders, counts);
            }
        });
        List<Drop> drops = new ArrayList<>();
        counts.forEach((index, count) -> {
            Orders.DropOrder order = Objects.requireNonNull(orders.drop(index));
            holds.covering(index, order.month())
                    .ifPresent(hold -> findings.refuse(
                            "entries were dropped by entry " + index + " under the hold of entry " + hold.index()));
            drops.add(new Drop(order, count));
        });
        return drops;
    }

    private void settle(long said, Run run, Orders orders, Map<Long, Long> counts) {
        for (long entry = run.first().index(); entry <= run.last(); entry++) {
            Orders.@Nullable DropOrder order = said == EntryLine.NOT_SAID ? orders.dropping(entry) : orders.drop(said);
            if (order != null && order.has(entry)) {
                counts.merge(order.order().index(), 1L, Long::sum);
            } else {
                long first = run.first().line();
                long line = first == 0 ? 0 : first + entry - run.first().index();
                findings.refuse(
                        new Place(line, entry),
                        said == EntryLine.NOT_SAID
                                ? "it is dropped, and no entry orders to drop it"
                                : "it is dropped, and entry " + said + " does not order to drop it");
            }
        }
    }
}
