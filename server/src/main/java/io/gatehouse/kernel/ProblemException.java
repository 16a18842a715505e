package io.gatehouse.kernel;

import java.util.List;

/** Carries a {@link Problem} to the caller. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient List<FieldError> errors;

    ProblemException(Problem problem, String detail) {
        this(problem, detail, List.of());
    }

    /** With what is wrong in each field. */
    public ProblemException(Problem problem, String detail, List<FieldError> errors) {
        super(detail);
        this.problem = problem;
        this.errors = List.copyOf(errors);
    }

    /** One field of the input is not valid: the message goes on after the field's name and names the allowed form. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(
                CommonProblem.INVALID, field + " " + message, List.of(new FieldError(field, message)));
    }

    /** The kind of failure. */
    public Problem problem() {
        return problem;
    }

    /** What is wrong in each field; empty when the failure is not about fields. */
    public List<FieldError> errors() {
        return errors;
    }

    /**
     * What is wrong in one field of the input.
     *
     * @param field path as in the input, for instance {@code settings.batchSize}
     * @param message names the allowed form
     */
    public record FieldError(String field, String message) {}
}
