package io.gatehouse.ledger.watch;

/** Kinds of things that must never be found in a book. */
enum Finding {
    /** An entry's bytes have not the hash that was kept with them. */
    ENTRY_CHANGED,
    /** The tree has another hash at an index than the entry that stands there. */
    LEAF_CHANGED,
    /** A column beside an entry's bytes says something else than the bytes. */
    COLUMN_CHANGED,
    /** The tree has an index whose entry is gone, and no order to drop it. */
    ENTRY_MISSING,
    /** An entry commits to a value that is gone, and no order to erase it. */
    VALUE_MISSING,
    /** The tree's leaves have a gap, or end before or after the latest checkpoint. */
    LEAF_MISSING,
    /** A node is not the hash over the leaves below it, or is gone. */
    NODE_CHANGED,
    /** A checkpoint's root, edge or text is not what the leaves below it make. */
    CHECKPOINT_CHANGED,
    /** A checkpoint's signatures do not hold. */
    SIGNATURE_INVALID,
    /** The tree is smaller than it was when it was last looked at. */
    TREE_SHORTENED,
    /** An entry neither is in the tree nor waits to be. */
    ENTRY_NOT_IN_TREE,
    /** What waits for the tree is no entry of the book, or has another hash. */
    QUEUE_CHANGED,
    /** A witness has cosigned a larger tree than there is: the book was put back to an earlier state, or forked. */
    WITNESS_AHEAD,
    /** A witness has cosigned a tree that this one does not continue. */
    WITNESS_DISAGREES
}
