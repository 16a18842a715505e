package io.gatehouse.verifier.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values that are said to be erased, until the orders to erase them are known. */
public final class Erasures {

    /** One order for each subject that lines name for it. */
    private final Map<Long, Map<String, Claim>> claims = new TreeMap<>();

    private final Findings findings;

    Erasures(Findings findings) {
        this.findings = findings;
    }

    /** What lines say of one order: the entries of which it erased values, with their times. */
    private static final class Claim {
        final List<Erased> entries = new ArrayList<>();
        long values;
    }

    private record Erased(Place place, Instant recordedAt) {}

    /**
     * What one order erased.
     *
     * @param values how many of the values in the file
     */
    public record Erasure(Orders.Order order, String subject, long values) {}

    void claim(Entry entry, String pointer, String subject, long order) {
        if (order <= entry.index()) {
            findings.refuse(
                    entry.place(), "the value " + pointer + " is erased by entry " + order + ", which came before");
            return;
        }
        Claim claim = claims.computeIfAbsent(order, _ -> new TreeMap<>()).computeIfAbsent(subject, _ -> new Claim());
        claim.values++;
        if (claim.entries.isEmpty() || !claim.entries.getLast().place().equals(entry.place())) {
            claim.entries.add(new Erased(entry.place(), entry.recordedAt()));
        }
    }

    /** Which entries orders are wanted of. */
    boolean wants(long order) {
        return claims.containsKey(order);
    }

    /** Compares what was claimed with the orders and holds that were found. */
    List<Erasure> settle(Orders orders, Holds holds) {
        List<Erasure> erasures = new ArrayList<>();
        claims.forEach((index, subjects) -> subjects.forEach((subject, claim) -> {
            Orders.@Nullable Order order = orders.erasure(index);
            if (order == null || !subject.equals(order.objectId())) {
                claim.entries.forEach(entry -> findings.refuse(
                        entry.place(),
                        "it has erased values of " + subject + ", and entry " + index
                                + " does not order to erase them"));
            } else {
                refuseHeld(order, subject, claim, holds);
                erasures.add(new Erasure(order, subject, claim.values));
            }
        }));
        return erasures;
    }

    private void refuseHeld(Orders.Order order, String subject, Claim claim, Holds holds) {
        for (Erased entry : claim.entries) {
            holds.covering(order.index(), subject, entry.recordedAt())
                    .ifPresent(hold -> findings.refuse(
                            entry.place(),
                            "values of " + subject + " were erased by entry " + order.index()
                                    + " under the hold of entry " + hold.index()));
        }
    }
}
