package io.gatehouse.verifier.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        if (order <= place.index()) {
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
        List<Drop> drops = new ArrayList<>();
        claims.forEach((index, runs) -> {
            Orders.@Nullable DropOrder order = orders.drop(index);
            for (Run run : runs) {
                check(index, order, run);
            }
            if (order != null) {
                holds.covering(index, order.month())
                        .ifPresent(hold -> findings.refuse(
                                runs.getFirst().first(),
                                "it was dropped by entry " + index + " under the hold of entry " + hold.index()));
                drops.add(new Drop(order, runs.stream().mapToLong(Drops::length).sum()));
            }
        });
        return drops;
    }

    private void check(long index, Orders.@Nullable DropOrder order, Run run) {
        for (long entry = run.first().index(); entry <= run.last(); entry++) {
            if (order == null || !order.has(entry)) {
                long line = run.first().line() + entry - run.first().index();
                findings.refuse(
                        new Place(line, entry), "it is dropped, and entry " + index + " does not order to drop it");
            }
        }
    }

    private static long length(Run run) {
        return run.last() - run.first().index() + 1;
    }
}
