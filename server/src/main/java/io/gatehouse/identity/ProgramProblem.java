package io.gatehouse.identity;

import io.gatehouse.kernel.Problem;
import io.gatehouse.kernel.ProblemException;
import org.springframework.http.HttpStatus;

/** Why a program is refused, where a person would not be. */
public enum ProgramProblem implements Problem {
    FOR_PEOPLE_ONLY(HttpStatus.FORBIDDEN, "Only people can do this"),
    KEY_REFUSED(HttpStatus.UNAUTHORIZED, "This key opens nothing");

    private final HttpStatus status;
    private final String title;

    ProgramProblem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** A program called what needs a person. */
    public static ProblemException forPeopleOnly() {
        return FOR_PEOPLE_ONLY.because("A person has to do this, in the console");
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
