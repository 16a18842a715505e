package io.gatehouse.identity.web;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for failures outside of any endpoint, in the one form that all failures have. */
@RestController
final class ErrorAnswers implements ErrorController {

    @RequestMapping("/error")
    @PublicEndpoint("Reached only when the container reports a failure; tells nothing but its kind")
    void error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status instanceof Integer code && code >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            throw CommonProblem.INTERNAL.because("The failure is in the log under the correlation id");
        }
        if (status instanceof Integer code && code == HttpStatus.BAD_REQUEST.value()) {
            throw CommonProblem.MALFORMED.because("The request cannot be read");
        }
        throw CommonProblem.NOT_FOUND.because("There is nothing at this address");
    }
}
