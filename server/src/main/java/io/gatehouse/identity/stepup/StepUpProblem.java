package io.gatehouse.identity.stepup;

import io.gatehouse.kernel.Problem;
import org.springframework.http.HttpStatus;

/** Why an action did not go through, where the console has to know it. */
enum StepUpProblem implements Problem {
    FRESH_FACTOR_NEEDED(HttpStatus.FORBIDDEN, "Confirm that it is you");

    private final HttpStatus status;
    private final String title;

    StepUpProblem(HttpStatus status, String title) {
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
