package io.gatehouse.ledger.watch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something found where it must not be.
 *
 * @param place which row, in words that stay the same each time it is met
 * @param index in the tree; null where it has none
 * @param detail one sentence for people
 */
record Mismatch(Finding finding, String place, @Nullable Long index, String detail) {

    static Mismatch at(Finding finding, long index, String detail) {
        return new Mismatch(finding, "index " + index, index, detail);
    }

    static Mismatch column(long index, String column) {
        return new Mismatch(
                Finding.COLUMN_CHANGED,
                "index " + index + ", " + column,
                index,
                "Column " + column + " of entry " + index + " says something else than the entry");
    }

    static Mismatch node(int level, long number, String detail) {
        return new Mismatch(Finding.NODE_CHANGED, "node " + level + "/" + number, null, detail);
    }

    static Mismatch checkpoint(Finding finding, long size, String detail) {
        return new Mismatch(finding, "checkpoint " + size, null, detail);
    }

    static Mismatch entry(Finding finding, UUID entry, String detail) {
        return new Mismatch(finding, "entry " + entry, null, detail);
    }
}
