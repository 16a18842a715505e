package io.gatehouse.identity.demands;

import io.gatehouse.kernel.Problem;
import org.springframework.http.HttpStatus;

/** Why a session may not act in an organization, where the console has to know it. */
public enum DemandProblem implements Problem {
    SECOND_FACTOR_REQUIRED(HttpStatus.FORBIDDEN, "This organization demands a second factor"),
    OTHER_SIGN_IN_NEEDED(HttpStatus.FORBIDDEN, "This organization needs another way of signing in"),
    PROVIDER_REQUIRED(HttpStatus.FORBIDDEN, "This organization lets people in through its own sign-in"),
    SESSION_OVER(HttpStatus.UNAUTHORIZED, "This organization demands a newer session");

    private final HttpStatus status;
    private final String title;

    DemandProblem(HttpStatus status, String title) {
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
