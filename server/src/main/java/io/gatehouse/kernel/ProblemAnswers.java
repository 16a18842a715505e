package io.gatehouse.kernel;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure of an endpoint into an RFC 9457 answer with the correlation id, and hides what is internal. */
@RestControllerAdvice
final class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(ProblemException e) {
        return ResponseEntity.status(e.problem().status()).body(detail(e.problem(), e.getMessage(), e.errors()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Exception e, HttpServletResponse response) throws Exception {
        LOG.error("Request failed", e);
        if (response.isCommitted()) {
            // The connection breaks off, so that nobody takes a part of a download for the whole.
            throw e;
        }
        return ResponseEntity.internalServerError()
                .body(detail(CommonProblem.INTERNAL, "The failure is in the log under the correlation id", List.of()));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // Thrown while the body was read, and wrapped by the reader of its JSON.
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof ProblemException problem) {
            return ResponseEntity.status(problem.problem().status())
                    .body(detail(problem.problem(), problem.getMessage(), problem.errors()));
        }
        return ResponseEntity.badRequest()
                .body(detail(CommonProblem.MALFORMED, "The body is not the JSON that this operation takes", List.of()));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<ProblemException.FieldError> errors = e.getBindingResult().getFieldErrors().stream()
                .map(error ->
                        new ProblemException.FieldError(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList();
        return ResponseEntity.unprocessableContent()
                .body(detail(CommonProblem.INVALID, "Some fields are not valid", errors));
    }

    /** Spring's own refusals get the form of all others; what they say names parameters, not internals. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(e, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail detail) {
            detail.setProperty("correlationId", Correlation.current());
        }
        return answer;
    }

    private static ProblemDetail detail(
            Problem problem, @Nullable String message, List<ProblemException.FieldError> errors) {
        ProblemDetail detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create("urn:gatehouse:problem:" + problem.slug()));
        detail.setTitle(problem.title());
        detail.setDetail(message);
        detail.setProperty("correlationId", Correlation.current());
        if (!errors.isEmpty()) {
            detail.setProperty("errors", errors);
        }
        return detail;
    }
}
