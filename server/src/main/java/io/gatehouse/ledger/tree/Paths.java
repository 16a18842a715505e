package io.gatehouse.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/** Which hashes make up the proofs of RFC 6962, sections 2.1.1 and 2.1.2, in their order. */
public final class Paths {

    private Paths() {}

    /** That the leaf is in the tree: from its sibling upwards. */
    public static List<Range> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
        }
        List<Range> path = new ArrayList<>();
        Range rest = new Range(0, size);
        while (rest.size() > 1) {
            boolean left = index < rest.middle();
            path.add(left ? rest.right() : rest.left());
            rest = left ? rest.left() : rest.right();
        }
        return path.reversed();
    }

    /** That a tree of {@code to} leaves goes on from its first {@code from}; nothing for the empty and the same tree. */
    public static List<Range> consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("No tree of " + from + " leaves in one of " + to);
        }
        if (from == 0 || from == to) {
            return List.of();
        }
        List<Range> path = new ArrayList<>();
        Range rest = new Range(0, to);
        while (rest.end() != from) {
            boolean left = from <= rest.middle();
            path.add(left ? rest.right() : rest.left());
            rest = left ? rest.left() : rest.right();
        }
        if (rest.start() > 0) {
            // What the old tree ends with; the whole old tree is known to whoever asks.
            path.add(rest);
        }
        return path.reversed();
    }
}
