package io.gatehouse.ledger.export;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Which orders lines refer to, and which of them have a line of their own. */
final class References {

    private final Orders orders;
    private final Set<Long> wanted;
    private final Set<Long> told = new HashSet<>();

    References(Orders orders) {
        this.orders = orders;
        this.wanted = new TreeSet<>(orders.rotations());
    }

    void add(Line line) {
        line.orders().forEach(wanted::add);
        if (orders.has(line.index())) {
            told.add(line.index());
        }
    }

    /** Those without a line that were not given before. */
    Set<Long> takeMissing() {
        Set<Long> missing = new TreeSet<>(wanted);
        missing.removeAll(told);
        return missing;
    }
}
