package io.gatehouse.notifications.slack;

import io.gatehouse.kernel.BodyLimit;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Slack tells what people do in it. */
@RestController
final class InteractionController {

    static final String PATH = "/api/slack/{id}/interactions";
    private static final int LARGEST = 100_000;

    private final Arrivals arrivals;

    InteractionController(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** Reads the body by itself: what is signed are its bytes. Answers at once; Slack waits three seconds. */
    @PostMapping(PATH)
    @BodyLimit(LARGEST)
    @PublicEndpoint("Slack signs each call with the organization's signing secret")
    void take(@PathVariable String id, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        arrivals.take(
                read(id),
                Objects.requireNonNullElse(request.getHeader("X-Slack-Request-Timestamp"), ""),
                Objects.requireNonNullElse(request.getHeader("X-Slack-Signature"), ""),
                body);
    }

    private static OrganizationId read(String text) {
        try {
            return OrganizationId.of(text);
        } catch (IllegalArgumentException e) {
            throw CommonProblem.NOT_FOUND.because(Arrivals.REFUSAL);
        }
    }
}
