package io.gatehouse.approvals;

import io.gatehouse.kernel.Problem;
import org.springframework.http.HttpStatus;

/** Why the engine refuses. */
public enum ApprovalProblem implements Problem {
    OWN_REQUEST(HttpStatus.FORBIDDEN, "Nobody decides their own request"),
    NOT_AN_APPROVER(HttpStatus.FORBIDDEN, "You are not an approver of this request"),
    SEPARATED(HttpStatus.FORBIDDEN, "Something ties you to this request"),
    NO_EMERGENCY(HttpStatus.FORBIDDEN, "There is no emergency way for this"),
    NOT_THE_REQUESTER(HttpStatus.FORBIDDEN, "Only the requester may withdraw a request"),
    ALREADY_DECIDED(HttpStatus.CONFLICT, "This request is already decided"),
    ALREADY_DECIDED_BY_YOU(HttpStatus.CONFLICT, "You have already decided on this request"),
    ALREADY_OPEN(HttpStatus.CONFLICT, "You have an open request for this already"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "You have asked for too much at once"),
    WAITS_FOR_REQUESTER(HttpStatus.CONFLICT, "The requester must answer first"),
    CARRIED_OUT(HttpStatus.CONFLICT, "It is carried out already"),
    NOT_DUE(HttpStatus.CONFLICT, "It is not the time for this"),
    CONTENT_CHANGED(HttpStatus.CONFLICT, "The request is not what you looked at"),
    TERMS_DIFFER(HttpStatus.CONFLICT, "Another approver chose other terms"),
    REASON_MISSING(HttpStatus.UNPROCESSABLE_CONTENT, "It needs words"),
    POLICY_INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "The policy cannot work"),
    POLICY_CHANGED(HttpStatus.CONFLICT, "The draft is not what you looked at"),
    DELEGATION_INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "This right cannot be handed on like that"),
    CALENDAR_INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "Nobody could work by this calendar"),
    NO_SUCH_POLICY(HttpStatus.NOT_FOUND, "There is no such policy here"),
    NO_SUCH_REQUEST(HttpStatus.NOT_FOUND, "There is no such request here");

    private final HttpStatus status;
    private final String title;

    ApprovalProblem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
