package io.gatehouse.ledger.tree;

import io.gatehouse.kernel.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tree as the sequencer lets it grow, kept as the database keeps it: leaves, and nodes of whole levels. */
final class GrownTree {

    private record Place(int level, long number) {}

    private final Map<Place, byte[]> hashes = new HashMap<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private Edge edge = Edge.empty();

    static GrownTree of(int size) {
        GrownTree tree = new GrownTree();
        for (int i = 0; i < size; i++) {
            tree.append(Sha256.of("leaf " + i));
        }
        return tree;
    }

    void append(byte[] leaf) {
        hashes.put(new Place(0, leaves.size()), leaf);
        leaves.add(leaf);
        edge.append(leaf, node -> hashes.put(new Place(node.level(), node.number()), node.hash()));
    }

    /** Goes on from what would have been kept. */
    void forget() {
        edge = Edge.of(edge.size(), edge.bytes());
    }

    List<byte[]> leaves(int size) {
        return leaves.subList(0, size);
    }

    byte[] root() {
        return edge.root();
    }

    int nodes() {
        return hashes.size() - leaves.size();
    }

    List<byte[]> hashes(List<Range> ranges) {
        return ranges.stream()
                .map(range ->
                        Merkle.fold(range.subtrees().stream().map(this::hash).toList()))
                .toList();
    }

    private byte[] hash(Subtree subtree) {
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < subtree.count(); i++) {
            parts.add(Objects.requireNonNull(hashes.get(new Place(subtree.level(), subtree.first() + i))));
        }
        return Merkle.perfect(parts);
    }
}
