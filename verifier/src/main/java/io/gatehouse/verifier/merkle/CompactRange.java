package io.gatehouse.verifier.merkle;

import java.util.ArrayList;
import java.util.List;

/** A tree that grows leaf by leaf and keeps one hash for each bit of its size. */
public final class CompactRange {

    private final List<Hash> peaks = new ArrayList<>();
    private long size;

    /** Appends a leaf. */
    public void append(Hash leaf) {
        Hash peak = leaf;
        // Each trailing 1 of the size is a full subtree that the new leaf completes.
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            peak = Hash.node(peaks.removeLast(), peak);
        }
        peaks.add(peak);
        size++;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return Hash.ofContent();
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.node(peaks.get(i), root);
        }
        return root;
    }
}
