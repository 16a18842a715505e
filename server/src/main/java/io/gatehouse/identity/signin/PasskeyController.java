package io.gatehouse.identity.signin;

import io.gatehouse.identity.factor.SecondFactors;
import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.Proven;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by a passkey alone: the device checks who holds it, so it counts as two factors. */
@RestController
@RequestMapping("/api/session/passkey")
final class PasskeyController {

    private final SecondFactors secondFactors;
    private final SessionStart start;

    PasskeyController(SecondFactors secondFactors, SessionStart start) {
        this.secondFactors = secondFactors;
        this.start = start;
    }

    /**
     * What a device signed.
     *
     * @param answer of the browser, as JSON
     */
    record Signed(@NotBlank @Size(max = 8192) String answer) {}

    @PostMapping("/options")
    @PublicEndpoint("Random bytes to sign, the same for everybody")
    Map<String, Object> options() {
        return secondFactors.optionsToShowPasskey(null);
    }

    @PostMapping
    @PublicEndpoint("Signing in is how a session begins")
    SessionView signIn(@Valid @RequestBody Signed signed, HttpServletRequest request, HttpServletResponse response) {
        PersonId person = secondFactors
                .signIn(signed.answer())
                .orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("The passkey is not known here"));
        return start.complete(new SignIn.Outcome.Accepted(person, 0), Proven.here(Factor.PASSKEY), request, response);
    }
}
