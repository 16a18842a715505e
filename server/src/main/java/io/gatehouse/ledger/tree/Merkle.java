package io.gatehouse.ledger.tree;

import io.gatehouse.kernel.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Hashes of RFC 6962, section 2.1. */
public final class Merkle {

    /** Bytes of each hash. */
    public static final int HASH_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /** Of an entry. */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = Sha256.digest();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /** Of a node over these two. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.digest();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** Root over perfect subtrees side by side, each larger than those to its right. */
    public static byte[] fold(List<byte[]> subtrees) {
        byte[] root = subtrees.getLast();
        for (byte[] left : subtrees.reversed().subList(1, subtrees.size())) {
            root = node(left, root);
        }
        return root;
    }

    /** Root of the perfect subtree over hashes whose number is a power of two. */
    public static byte[] perfect(List<byte[]> hashes) {
        List<byte[]> level = hashes;
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }
}
