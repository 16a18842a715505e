package io.gatehouse.ledger.watch;

import io.gatehouse.ledger.tree.Edge;
import java.time.Instant;
import java.util.UUID;

/**
 * How far a walk came.
 *
 * @param edge of the tree over the leaves so far, as derived from them
 * @param entriesAt time of the last entry that was looked for in the tree
 * @param entriesId its id
 */
record Position(Edge edge, Instant entriesAt, UUID entriesId) {

    /** Before any time that an entry may bear. */
    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

    static Position start() {
        return new Position(Edge.empty(), EVER, new UUID(0, 0));
    }

    long size() {
        return edge.size();
    }
}
