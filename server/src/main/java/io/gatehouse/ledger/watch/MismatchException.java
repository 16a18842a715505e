package io.gatehouse.ledger.watch;

/** What must never be found in a book, met while it was let out. */
public final class MismatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Mismatch mismatch;

    private MismatchException(Mismatch mismatch) {
        super(mismatch.detail());
        this.mismatch = mismatch;
    }

    /** The entry is not the one whose hash is in the tree. */
    public static MismatchException changed(long index) {
        return of(Finding.LEAF_CHANGED, index, "The tree has another hash at " + index + " than the entry there");
    }

    /** The entry is gone without an order. */
    public static MismatchException missing(long index) {
        return of(Finding.ENTRY_MISSING, index, "Entry " + index + " is gone, and nobody ordered it");
    }

    /** A value of the entry is gone without an order. */
    public static MismatchException valueMissing(long index) {
        return of(Finding.VALUE_MISSING, index, "A value of entry " + index + " is gone, and nobody ordered it");
    }

    Mismatch mismatch() {
        return mismatch;
    }

    private static MismatchException of(Finding finding, long index, String detail) {
        return new MismatchException(Mismatch.at(finding, index, detail));
    }
}
