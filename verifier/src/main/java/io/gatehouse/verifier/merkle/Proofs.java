package io.gatehouse.verifier.merkle;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Inclusion and consistency, as RFC 9162 section 2.1 computes them. */
public final class Proofs {

    private Proofs() {}

    /** The root that a leaf has by its inclusion proof; nothing if the proof has not the length for that index and size. */
    public static Optional<Hash> rootByInclusion(long index, long size, Hash leaf, List<Hash> proof) {
        if (index >= size) {
            return Optional.empty();
        }
        Iterator<Hash> siblings = proof.iterator();
        Hash root = leaf;
        long node = index;
        for (long last = size - 1; last > 0; last >>= 1, node >>= 1) {
            boolean right = (node & 1) == 1;
            if (!right && node == last) {
                continue;
            }
            if (!siblings.hasNext()) {
                return Optional.empty();
            }
            Hash sibling = siblings.next();
            root = right ? Hash.node(sibling, root) : Hash.node(root, sibling);
        }
        return siblings.hasNext() ? Optional.empty() : Optional.of(root);
    }

    /** Whether the tree of the new size and root begins with the one of the old size and root. */
    public static boolean isConsistent(long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
        if (oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && oldRoot.equals(newRoot);
        }
        if (oldSize == 0) {
            return proof.isEmpty() && oldRoot.equals(new CompactRange().root());
        }
        return grows(oldSize, oldRoot, newSize, newRoot, proof);
    }

    private static boolean grows(long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
        Iterator<Hash> hashes = proof.iterator();
        int full = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> full;
        long last = (newSize - 1) >> full;
        // An old tree that is one full subtree is itself where the proof starts.
        if (node != 0 && !hashes.hasNext()) {
            return false;
        }
        Hash before = node == 0 ? oldRoot : hashes.next();
        Hash after = before;
        for (; last > 0; node >>= 1, last >>= 1) {
            boolean right = (node & 1) == 1;
            if (!right && node == last) {
                continue;
            }
            if (!hashes.hasNext()) {
                return false;
            }
            Hash hash = hashes.next();
            before = right ? Hash.node(hash, before) : before;
            after = right ? Hash.node(hash, after) : Hash.node(after, hash);
        }
        return !hashes.hasNext() && before.equals(oldRoot) && after.equals(newRoot);
    }
}
