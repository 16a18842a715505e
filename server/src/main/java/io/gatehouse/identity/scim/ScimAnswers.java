package io.gatehouse.identity.scim;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Correlation;
import io.gatehouse.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Gives every failure below the SCIM address, whoever found it, the form that RFC 7644 demands in place of RFC 9457. */
@Configuration(proxyBeanMethods = false)
class ScimAnswers implements WebMvcConfigurer, HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ScimAnswers.class);

    /** Failures that pass by themselves. */
    private static final Set<HttpStatusCode> LATER =
            Set.of(HttpStatus.TOO_MANY_REQUESTS, HttpStatus.SERVICE_UNAVAILABLE);

    private final JsonMapper json;

    ScimAnswers(JsonMapper json) {
        this.json = json;
    }

    private record Failure(
            HttpStatusCode status,
            @Nullable String type,
            @Nullable String detail) {}

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(this);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!ScimAddress.isBelow(request.getRequestURI())) {
            return null;
        }
        try {
            answer(response, failure(e));
        } catch (IOException gone) {
            LOG.debug("The caller is gone", gone);
        }
        return new ModelAndView();
    }

    private void answer(HttpServletResponse response, Failure failure) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:Error"));
        if (failure.type() != null) {
            body.put("scimType", failure.type());
        }
        if (failure.detail() != null) {
            body.put("detail", failure.detail());
        }
        body.put("status", String.valueOf(failure.status().value()));
        response.setStatus(failure.status().value());
        if (LATER.contains(failure.status())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.setContentType(ScimAddress.MEDIA_TYPE);
        response.getOutputStream().write(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    private static Failure failure(Exception e) {
        if (e instanceof ScimRefusal refusal) {
            return new Failure(refusal.status(), refusal.type(), refusal.getMessage());
        }
        // What is too large is found out while a body is read, and wrapped by its reader.
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof ProblemException problem) {
            return ofProblem(problem);
        }
        if (e instanceof ErrorResponse known) {
            return new Failure(known.getStatusCode(), null, known.getBody().getDetail());
        }
        if (e instanceof TypeMismatchException || e instanceof HttpMessageNotReadableException) {
            return new Failure(HttpStatus.BAD_REQUEST, "invalidSyntax", "A parameter or the body cannot be read");
        }
        LOG.error("Request failed", e);
        return new Failure(
                HttpStatus.INTERNAL_SERVER_ERROR,
                null,
                "The failure is in the log under the correlation id " + Correlation.current());
    }

    private static Failure ofProblem(ProblemException e) {
        HttpStatus status = e.problem().status();
        if (e.problem() == CommonProblem.INVALID || e.problem() == CommonProblem.MALFORMED) {
            return new Failure(HttpStatus.BAD_REQUEST, "invalidValue", e.getMessage());
        }
        return new Failure(status, status == HttpStatus.CONFLICT ? "mutability" : null, e.getMessage());
    }
}
