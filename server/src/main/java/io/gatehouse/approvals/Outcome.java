package io.gatehouse.approvals;

/** What one approver decided. */
public enum Outcome {
    APPROVED,
    REJECTED,
    /** Leaves it to the others. */
    ABSTAINED,
    /** Asks the requester back; the approver may decide once they have answered. */
    RETURNED
}
