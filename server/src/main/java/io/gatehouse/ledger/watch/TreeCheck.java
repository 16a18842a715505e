package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.checkpoint.Checkpoint;
import io.gatehouse.ledger.checkpoint.NoteVerifier;
import io.gatehouse.ledger.tree.Edge;
import io.gatehouse.ledger.tree.Merkle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Lets a tree grow again from its leaves, and compares its nodes and checkpoints on the way. */
final class TreeCheck {

    private final String origin;
    private final NoteVerifier verifier;
    private final List<Edge.Node> nodes = new ArrayList<>();
    private final List<Mismatch> found = new ArrayList<>();
    private Edge edge;

    TreeCheck(String origin, NoteVerifier verifier, Edge edge) {
        this.origin = origin;
        this.verifier = verifier;
        this.edge = edge;
    }

    Edge edge() {
        return edge;
    }

    /** @param checkpoints over the first leaves up to the last of these, by size */
    List<Mismatch> grow(
            OrganizationScope scope, BookRows rows, List<BookRows.Leaf> leaves, List<BookRows.Sealed> checkpoints) {
        Deque<BookRows.Sealed> next = new ArrayDeque<>(checkpoints);
        for (BookRows.Leaf leaf : leaves) {
            edge.append(leaf.hash(), nodes::add);
            while (!next.isEmpty() && next.getFirst().size() <= edge.size()) {
                check(next.removeFirst());
            }
        }
        checkNodes(rows.nodes(scope, nodes));
        return found;
    }

    private void check(BookRows.Sealed sealed) {
        long size = sealed.size();
        if (!Arrays.equals(sealed.root(), edge.root())) {
            found.add(Mismatch.checkpoint(
                    Finding.CHECKPOINT_CHANGED,
                    size,
                    "The root of the checkpoint of " + size + " entries is not the one that they make"));
            takeUp(sealed);
        } else if (!Arrays.equals(sealed.edge(), edge.bytes())) {
            found.add(Mismatch.checkpoint(
                    Finding.CHECKPOINT_CHANGED,
                    size,
                    "The edge of the checkpoint of " + size + " entries is not the one that they make"));
        }
        if (!verifier.holds(new Checkpoint(origin, size, sealed.root()), sealed.note())) {
            found.add(Mismatch.checkpoint(
                    Finding.SIGNATURE_INVALID,
                    size,
                    "The note of the checkpoint of " + size + " entries is not what the log's keys signed"));
        }
    }

    /** Goes on from what the checkpoint says, so that one change is not found again in each checkpoint after it. */
    private void takeUp(BookRows.Sealed sealed) {
        if (isWhole(sealed)) {
            edge = Edge.of(sealed.size(), sealed.edge());
        }
    }

    /** Whether its edge makes its root. */
    static boolean isWhole(BookRows.Sealed sealed) {
        return sealed.edge().length == Long.bitCount(sealed.size()) * Merkle.HASH_BYTES
                && Arrays.equals(Edge.of(sealed.size(), sealed.edge()).root(), sealed.root());
    }

    private void checkNodes(Map<String, byte[]> kept) {
        for (Edge.Node node : nodes) {
            String name = node.level() + "/" + node.number();
            byte[] hash = kept.get(name);
            if (hash == null) {
                found.add(Mismatch.node(node.level(), node.number(), "Node " + name + " is gone"));
            } else if (!Arrays.equals(hash, node.hash())) {
                found.add(Mismatch.node(
                        node.level(), node.number(), "Node " + name + " is not the hash of the leaves below it"));
            }
        }
    }
}
