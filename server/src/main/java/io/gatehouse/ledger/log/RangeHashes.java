package io.gatehouse.ledger.log;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.tree.Merkle;
import io.gatehouse.ledger.tree.Range;
import io.gatehouse.ledger.tree.Subtree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hashes over parts of a tree, of which proofs consist. Reads in the caller's open transaction. */
@Component
final class RangeHashes {

    private final LogStore store;

    RangeHashes(LogStore store) {
        this.store = store;
    }

    /** Of each range in its turn, by one statement. */
    List<byte[]> of(OrganizationScope scope, List<Range> ranges) {
        List<List<Subtree>> parts = ranges.stream().map(Range::subtrees).toList();
        Iterator<List<byte[]>> found = store.hashes(
                        scope, parts.stream().flatMap(List::stream).toList())
                .iterator();
        List<byte[]> hashes = new ArrayList<>();
        for (List<Subtree> part : parts) {
            hashes.add(Merkle.fold(
                    part.stream().map(_ -> Merkle.perfect(found.next())).toList()));
        }
        return hashes;
    }
}
