package io.gatehouse.approvals;

/** Where a request stands. All but {@link #IN_REVIEW} are final. */
public enum RequestState {
    IN_REVIEW,
    APPROVED,
    REJECTED,
    WITHDRAWN
}
