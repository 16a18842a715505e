package io.gatehouse.ledger.book;

import io.gatehouse.kernel.Sha256;
import java.security.MessageDigest;
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

    private static final byte LEAF = 0;

    /** Hash of the leaf, RFC 6962 section 2.1. */
    byte[] leafHash() {
        MessageDigest digest = Sha256.digest();
        digest.update(LEAF);
        return digest.digest(bytes);
    }
}
