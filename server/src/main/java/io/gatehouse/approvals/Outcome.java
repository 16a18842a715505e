package io.gatehouse.approvals;

/** What one approver decided. */
public enum Outcome {
    APPROVED,
    REJECTED
}
