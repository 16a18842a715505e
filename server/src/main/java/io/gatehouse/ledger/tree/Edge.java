package io.gatehouse.ledger.tree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The right edge of a growing tree: the hashes of the perfect subtrees that it consists of, the largest first. It is all
 * that has to be known of a tree to append to it.
 */
public final class Edge {

    private final List<byte[]> hashes = new ArrayList<>();
    private long size;

    private Edge(long size) {
        this.size = size;
    }

    /** Of the tree without leaves. */
    public static Edge empty() {
        return new Edge(0);
    }

    /**
     * Reads back what {@link #bytes} made of a tree of that size.
     *
     * @throws IllegalArgumentException when no such tree has it
     */
    public static Edge of(long size, byte[] bytes) {
        if (bytes.length != Long.bitCount(size) * Merkle.HASH_BYTES) {
            throw new IllegalArgumentException(bytes.length + " bytes are no edge of a tree of " + size + " leaves");
        }
        Edge edge = new Edge(size);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            byte[] hash = new byte[Merkle.HASH_BYTES];
            buffer.get(hash);
            edge.hashes.add(hash);
        }
        return edge;
    }

    /**
     * Appends a leaf.
     *
     * @param full is given each node over 256 hashes of the level below that the leaf completes, the lowest first
     */
    public void append(byte[] leaf, Consumer<Node> full) {
        byte[] hash = leaf;
        long number = size;
        for (int height = 1; (number & 1) == 1; height++) {
            hash = Merkle.node(hashes.removeLast(), hash);
            number >>= 1;
            if (height % Subtree.LEVEL_HEIGHT == 0) {
                full.accept(new Node(height / Subtree.LEVEL_HEIGHT, number, hash));
            }
        }
        hashes.add(hash);
        size++;
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Root of the tree, which must have a leaf. */
    public byte[] root() {
        return Merkle.fold(hashes);
    }

    /** The hashes, one after the other. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(hashes.size() * Merkle.HASH_BYTES);
        hashes.forEach(buffer::put);
        return buffer.array();
    }

    /** A hash over 256 hashes of the level below, by its number on its own level. */
    public record Node(int level, long number, byte[] hash) {}
}
