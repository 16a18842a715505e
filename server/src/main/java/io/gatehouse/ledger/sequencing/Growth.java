package io.gatehouse.ledger.sequencing;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.ledger.checkpoint.Checkpoint;
import io.gatehouse.ledger.checkpoint.LogKey;
import io.gatehouse.ledger.tree.Edge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One tree while a batch lets it grow. */
final class Growth {

    private final OrganizationId organization;
    private final String origin;
    private final int key;
    private final Edge edge;
    private final boolean isNew;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    /**
     * A tree as it stands.
     *
     * @param key version of the key that seals it
     */
    Growth(OrganizationId organization, String origin, int key, Edge edge) {
        this.organization = organization;
        this.origin = origin;
        this.key = key;
        this.edge = edge;
        this.isNew = edge.size() == 0;
    }

    record Leaf(OrganizationId organization, long index, UUID entry, byte[] hash) {}

    record Node(OrganizationId organization, Edge.Node node) {}

    record Sealed(OrganizationId organization, Checkpoint checkpoint, byte[] edge, String note) {}

    void append(UUID entry, byte[] hash) {
        leaves.add(new Leaf(organization, edge.size(), entry, hash));
        edge.append(hash, node -> nodes.add(new Node(organization, node)));
    }

    Sealed seal(LogKey signer, Instant at) {
        Checkpoint checkpoint = new Checkpoint(origin, edge.size(), edge.root());
        return new Sealed(organization, checkpoint, edge.bytes(), signer.sign(checkpoint, at));
    }

    boolean isNew() {
        return isNew;
    }

    OrganizationId organization() {
        return organization;
    }

    String origin() {
        return origin;
    }

    int key() {
        return key;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    List<Node> nodes() {
        return nodes;
    }
}
