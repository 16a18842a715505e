package io.gatehouse.ledger.watch;

/** Ways through a book. */
enum Walk {
    /** On from where it was left, to see what is new. */
    NEW,
    /** From the beginning to the end, again and again. */
    WHOLE
}
