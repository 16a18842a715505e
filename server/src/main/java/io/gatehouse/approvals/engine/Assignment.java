package io.gatehouse.approvals.engine;

/**
 * A stage's place for an approver.
 *
 * @param place from 0 in its stage
 */
public record Assignment(int place, State state) {

    /** Where a place stands; all but the first are final. */
    public enum State {
        PENDING,
        APPROVED,
        REJECTED,
        CANCELLED
    }
}
