package io.gatehouse.ledger.book;

import io.gatehouse.ledger.tree.Merkle;
import java.util.List;

/**
 * An entry as it is kept and proven.
 *
 * @param bytes RFC 8785 JSON, at most {@link #LONGEST} bytes
 * @param commitments values that the bytes commit to, to be kept sealed and apart
 */
record CanonicalEntry(byte[] bytes, List<Commitment> commitments) {

    /** Longest entry of a C2SP tlog-tiles log. */
    static final int LONGEST = 65_535;

    /** Hash of the leaf in the organization's tree. */
    byte[] leafHash() {
        return Merkle.leaf(bytes);
    }
}
