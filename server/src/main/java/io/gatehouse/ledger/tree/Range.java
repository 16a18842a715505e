package io.gatehouse.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/** Leaves whose common hash is part of a proof: perfect subtrees side by side, to be folded. */
public record Range(long start, long end) {

    /** Number of leaves. */
    public long size() {
        return end - start;
    }

    /** The perfect subtrees, the largest first. */
    public List<Subtree> subtrees() {
        List<Subtree> subtrees = new ArrayList<>();
        long from = start;
        while (from < end) {
            int height = Long.SIZE - 1 - Long.numberOfLeadingZeros(end - from);
            subtrees.add(new Subtree(height, from >> height));
            from += 1L << height;
        }
        return subtrees;
    }

    /** Where RFC 6962 divides it: after the largest power of two that is smaller than its size. */
    long middle() {
        return start + Long.highestOneBit(size() - 1);
    }

    Range left() {
        return new Range(start, middle());
    }

    Range right() {
        return new Range(middle(), end);
    }
}
