package io.gatehouse.kernel;

import org.springframework.http.HttpStatus;

/** Problems that any module may answer with. */
public enum CommonProblem implements Problem {
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "The input is not valid"),
    MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing here"),
    CONFLICT(HttpStatus.CONFLICT, "The state of the thing does not allow this"),
    STALE(HttpStatus.CONFLICT, "Somebody else changed it meanwhile"),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "Sign in first"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "You may not do this here"),
    TOO_MANY_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS, "Too many attempts"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something failed on the server");

    private final HttpStatus status;
    private final String title;

    CommonProblem(HttpStatus status, String title) {
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
