package io.gatehouse.ledger;

import io.gatehouse.kernel.Problem;
import org.springframework.http.HttpStatus;

/** Why the book does not do what it was asked to, where the console has to know it. */
public enum LedgerProblem implements Problem {
    KEPT_UNDER_HOLD(HttpStatus.CONFLICT, "A hold keeps this"),
    SECOND_PERSON_NEEDED(HttpStatus.CONFLICT, "Somebody else has to confirm this");

    private final HttpStatus status;
    private final String title;

    LedgerProblem(HttpStatus status, String title) {
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
