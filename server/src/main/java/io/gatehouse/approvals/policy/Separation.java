package io.gatehouse.approvals.policy;

/** What must not tie an approver to a request. It holds for whoever decides and for whomever they decide for. */
public enum Separation {
    /** To have asked. */
    REQUESTER,
    /** To be the one who gets it. */
    BENEFICIARY,
    /** To have edited the request last. */
    LAST_EDITOR,
    /** To stand above or below the requester, at whatever distance. */
    REPORTING_LINE,
    /** To share a team with the requester. */
    TEAM
}
