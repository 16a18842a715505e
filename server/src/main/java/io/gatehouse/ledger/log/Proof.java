package io.gatehouse.ledger.log;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Proofs as files that anyone can check offline. */
final class Proof {

    private Proof() {}

    /** C2SP tlog-proof: that the leaf is in the tree of the checkpoint. */
    static String inclusion(long index, byte[] leaf, List<byte[]> path, LogStore.Note checkpoint) {
        return "c2sp.org/tlog-proof@v1\nextra " + base64(leaf) + "\nindex " + index + "\n" + lines(path) + "\n"
                + checkpoint.text();
    }

    /** Body of a C2SP tlog-witness add-checkpoint request: that the checkpoint goes on from a tree of that size. */
    static String consistency(long from, List<byte[]> path, LogStore.Note checkpoint) {
        return "old " + from + "\n" + lines(path) + "\n" + checkpoint.text();
    }

    private static String lines(List<byte[]> path) {
        return path.stream().map(hash -> base64(hash) + "\n").collect(Collectors.joining());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
