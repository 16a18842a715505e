package io.gatehouse.ledger.retention;

import java.util.ArrayList;
import java.util.List;

/** Indexes of the tree from the first to the last. */
record IndexRange(long first, long last) {

    /** The fewest ranges that hold exactly those indexes, which ascend. */
    static List<IndexRange> of(List<Long> indexes) {
        List<IndexRange> ranges = new ArrayList<>();
        for (long index : indexes) {
            IndexRange before = ranges.isEmpty() ? null : ranges.getLast();
            if (before != null && before.last + 1 == index) {
                ranges.set(ranges.size() - 1, new IndexRange(before.first, index));
            } else {
                ranges.add(new IndexRange(index, index));
            }
        }
        return ranges;
    }

    long count() {
        return last - first + 1;
    }

    /** As an entry says it. */
    List<Long> bounds() {
        return List.of(first, last);
    }
}
