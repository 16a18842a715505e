package io.gatehouse.ledger.sequencing;

import io.gatehouse.ledger.checkpoint.Checkpoint;
import io.gatehouse.ledger.checkpoint.Origins;
import io.gatehouse.ledger.checkpoint.ProvenKeys;
import io.gatehouse.ledger.tree.Edge;
import java.util.Arrays;

/** Lets a tree grow on, from what the log itself sealed and nothing else: a row in a table is no reason to sign. */
final class Resumption {

    private final ProvenKeys proven;

    Resumption(ProvenKeys proven) {
        this.proven = proven;
    }

    /** @throws IllegalStateException when the tables have not what the log sealed last */
    Growth of(BatchStore.Head head) {
        Checkpoint latest = head.checkpoint();
        Edge edge = Edge.of(latest.size(), head.edge());
        require(head, Arrays.equals(edge.root(), latest.root()), "its edge does not give its root");
        require(head, head.leaves() == latest.size(), "the tree has " + head.leaves() + " leaves");
        require(
                head,
                proven.verifier(latest.origin(), head.firstKey()).holds(latest, head.note()),
                "the log has not signed it");
        return new Growth(head.organization(), latest.origin(), key(head), edge);
    }

    private int key(BatchStore.Head head) {
        // The log of logs has no book that could tell of a key; the organizations' books do.
        boolean isUntold = head.organization().equals(Origins.LOG_OF_LOGS);
        return isUntold ? proven.latest() : Math.max(head.firstKey(), head.announcedKey());
    }

    private static void require(BatchStore.Head head, boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(
                    "The checkpoint of size " + head.checkpoint().size() + " of "
                            + head.checkpoint().origin() + " is not to be gone on from: " + otherwise);
        }
    }
}
