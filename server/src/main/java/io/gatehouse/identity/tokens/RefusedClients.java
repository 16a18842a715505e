package io.gatehouse.identity.tokens;

import io.gatehouse.identity.keys.KeyCheck;
import io.gatehouse.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Answers clients that are none in the words of RFC 6749, and slows down whoever tries many. */
@Component
final class RefusedClients implements AuthenticationFailureHandler {

    private final KeyCheck keys;

    RefusedClients(KeyCheck keys) {
        this.keys = keys;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        ProblemException problem = keys.refused(request.getRemoteAddr(), "There is no such client");
        HttpStatus status = problem.problem().status();
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write(
                        status == HttpStatus.UNAUTHORIZED
                                ? "{\"error\":\"invalid_client\"}"
                                : "{\"error\":\"slow_down\"}");
    }
}
