package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.tree.Merkle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Each leaf is the hash of its entry, and the entry stands where it is found. */
@Component
final class LeafCheck {

    private final BookRows rows;

    LeafCheck(BookRows rows) {
        this.rows = rows;
    }

    List<Mismatch> check(OrganizationScope scope, List<BookRows.Leaf> leaves) {
        List<Mismatch> found = new ArrayList<>();
        List<BookRows.Leaf> withoutEntry = new ArrayList<>();
        for (BookRows.Leaf leaf : leaves) {
            if (leaf.entry() == null) {
                withoutEntry.add(leaf);
            } else {
                found.addAll(check(scope, leaf, leaf.entry()));
            }
        }
        if (!withoutEntry.isEmpty()) {
            // Read after the leaves, so that an order carried out meanwhile is seen.
            Drops drops = new Drops(rows.dropOrders(scope));
            withoutEntry.stream()
                    .filter(leaf -> !drops.cover(leaf.index()))
                    .map(leaf -> Mismatch.at(
                            Finding.ENTRY_MISSING,
                            leaf.index(),
                            "Entry " + leaf.index() + " is gone, and nobody ordered it"))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<Mismatch> check(OrganizationScope scope, BookRows.Leaf leaf, BookRows.Entry entry) {
        long index = leaf.index();
        byte[] hash = Merkle.leaf(entry.canonical());
        if (!Arrays.equals(hash, entry.hash())) {
            return List.of(Mismatch.at(
                    Finding.ENTRY_CHANGED, index, "Entry " + index + " has not the hash that was kept with it"));
        }
        if (!Arrays.equals(hash, leaf.hash())) {
            return List.of(Mismatch.at(
                    Finding.LEAF_CHANGED, index, "The tree has another hash at " + index + " than the entry there"));
        }
        return Columns.check(scope.organization(), index, entry);
    }
}
