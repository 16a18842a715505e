package io.gatehouse.identity.stepup;

import io.gatehouse.identity.factor.FactorProof;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.identity.signin.SessionStart;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows a factor for an action that waits for one; the call is then repeated with the id in a header. */
@RestController
final class StepUpController {

    private final StepUps stepUps;

    StepUpController(StepUps stepUps) {
        this.stepUps = stepUps;
    }

    @PostMapping("/api/account/waiting-actions/{id}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PublicEndpoint("Each signed-in person for themselves, in the session whose action waits")
    void confirm(
            SignedIn asking,
            @PathVariable UUID id,
            @Valid @RequestBody FactorProof proof,
            HttpServletRequest request,
            HttpServletResponse response) {
        SessionStart.acceptedFactor(stepUps.confirm(asking, id, proof, SessionStart.browser(request)), response);
    }
}
