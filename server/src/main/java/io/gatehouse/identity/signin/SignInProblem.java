package io.gatehouse.identity.signin;

import io.gatehouse.kernel.Problem;
import org.springframework.http.HttpStatus;

/** Why somebody is not signed in, where the console has to know it. */
enum SignInProblem implements Problem {
    SECOND_FACTOR_AWAITED(HttpStatus.UNAUTHORIZED, "Show your second factor");

    private final HttpStatus status;
    private final String title;

    SignInProblem(HttpStatus status, String title) {
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
