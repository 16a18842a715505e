package io.gatehouse.santa.votes;

import io.gatehouse.kernel.Problem;
import org.springframework.http.HttpStatus;

/** Why a vote or a review is refused. */
enum VotingProblem implements Problem {
    VOTING_CLOSED(HttpStatus.CONFLICT, "Nobody votes here"),
    NOT_A_VOTER(HttpStatus.FORBIDDEN, "You have no vote here"),
    ALREADY_VOTED(HttpStatus.CONFLICT, "You have voted already"),
    WAITS_FOR_REVIEW(HttpStatus.CONFLICT, "Somebody must look at it first"),
    FOUND_BAD(HttpStatus.CONFLICT, "It was found bad"),
    FLAG_ANSWERED(HttpStatus.CONFLICT, "You were answered already"),
    OWN_VOTE(HttpStatus.FORBIDDEN, "Nobody reviews what they voted on"),
    NOTHING_TO_REVIEW(HttpStatus.CONFLICT, "There is nothing to review"),
    BLOCKED_BY_RULE(HttpStatus.CONFLICT, "A rule blocks it");

    private final HttpStatus status;
    private final String title;

    VotingProblem(HttpStatus status, String title) {
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
