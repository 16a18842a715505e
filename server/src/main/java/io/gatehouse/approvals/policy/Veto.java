package io.gatehouse.approvals.policy;

/** What a refusal does. */
public enum Veto {
    /** One refusal ends the request. */
    ENDS,
    /** The request ends when so many refuse that the requirement can no longer be met. */
    COUNTS
}
