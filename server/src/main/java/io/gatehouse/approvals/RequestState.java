package io.gatehouse.approvals;

/** Where a request stands. */
public enum RequestState {
    /** Waits for approvers. */
    IN_REVIEW,
    /** Waits for the requester, whom an approver asked back. */
    CHANGES_REQUESTED,
    /** Agreed to and carried out. */
    APPROVED,
    REJECTED,
    /** Nobody decided in time. */
    EXPIRED,
    /** Taken back by who asked. */
    WITHDRAWN,
    /** Carried out in an emergency, before anybody agreed; waits for its review. */
    POST_REVIEW,
    /** The review of an emergency agreed. */
    RATIFIED,
    /** The review of an emergency refused, or nobody held it in time. */
    REPUDIATED;

    /** Whether somebody's word is still awaited. */
    public boolean isOpen() {
        return switch (this) {
            case IN_REVIEW, CHANGES_REQUESTED, POST_REVIEW -> true;
            case APPROVED, REJECTED, EXPIRED, WITHDRAWN, RATIFIED, REPUDIATED -> false;
        };
    }
}
