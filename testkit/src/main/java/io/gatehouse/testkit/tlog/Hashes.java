package io.gatehouse.testkit.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.List;

/** RFC 6962 hashing, and the checks of proofs by RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
final class Hashes {

    private Hashes() {}

    static byte[] leaf(byte[] entry) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 0);
        return sha256.digest(entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return node(root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    /** The root to which an inclusion proof leads. */
    static byte[] rootOf(byte[] leaf, long index, long size, List<byte[]> path) {
        long first = index;
        long last = size - 1;
        byte[] root = leaf;
        for (byte[] hash : path) {
            Faults.unless(last > 0, "The inclusion proof is too long");
            if ((first & 1) == 1 || first == last) {
                root = node(hash, root);
                while ((first & 1) == 0 && first != 0) {
                    first >>= 1;
                    last >>= 1;
                }
            } else {
                root = node(root, hash);
            }
            first >>= 1;
            last >>= 1;
        }
        Faults.unless(last == 0, "The inclusion proof is too short");
        return root;
    }

    /** Checks that a tree goes on from an older one. */
    static void checkConsistency(Tree old, Tree now, List<byte[]> proof) {
        if (old.size() == 0 || old.size() == now.size()) {
            Faults.unless(proof.isEmpty(), "There is nothing to prove");
            Faults.unless(old.size() == 0 || old.hasRoot(now.root()), "The same size has two roots");
            return;
        }
        Iterator<byte[]> hashes = proof.iterator();
        long first = old.size() - 1;
        long last = now.size() - 1;
        while ((first & 1) == 1) {
            first >>= 1;
            last >>= 1;
        }
        boolean whole = first == 0;
        byte[] oldRoot = whole ? old.root() : next(hashes);
        byte[] newRoot = oldRoot;
        while (hashes.hasNext()) {
            byte[] hash = hashes.next();
            Faults.unless(last > 0, "The consistency proof is too long");
            if ((first & 1) == 1 || first == last) {
                oldRoot = node(hash, oldRoot);
                newRoot = node(hash, newRoot);
                while ((first & 1) == 0 && first != 0) {
                    first >>= 1;
                    last >>= 1;
                }
            } else {
                newRoot = node(newRoot, hash);
            }
            first >>= 1;
            last >>= 1;
        }
        Faults.unless(last == 0, "The consistency proof is too short");
        Faults.unless(old.hasRoot(oldRoot), "The consistency proof does not start at the old root");
        Faults.unless(now.hasRoot(newRoot), "The consistency proof does not lead to the new root");
    }

    private static byte[] next(Iterator<byte[]> hashes) {
        Faults.unless(hashes.hasNext(), "The consistency proof is too short");
        return hashes.next();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
