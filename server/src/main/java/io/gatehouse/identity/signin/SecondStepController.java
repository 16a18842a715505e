package io.gatehouse.identity.signin;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.factor.FactorProof;
import io.gatehouse.identity.factor.SecondFactors;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.identity.session.Proven;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The second step of signing in, for those who have a second factor. */
@RestController
@RequestMapping("/api/session/second-factor")
final class SecondStepController {

    private final PersonSessions sessions;
    private final SecondFactors secondFactors;
    private final Persons persons;
    private final SignIn signIn;
    private final SessionStart start;

    SecondStepController(
            PersonSessions sessions, SecondFactors secondFactors, Persons persons, SignIn signIn, SessionStart start) {
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.persons = persons;
        this.signIn = signIn;
        this.start = start;
    }

    /** What the person can show. */
    record Choice(List<Factor> factors) {}

    @GetMapping
    @PublicEndpoint("Tells only whoever has shown the password, or is signed in, of their own factors")
    Choice choice(HttpServletRequest request) {
        return new Choice(secondFactors.of(known(request)).stream().sorted().toList());
    }

    @PostMapping("/passkey-options")
    @PublicEndpoint("Names only the passkeys of whoever has shown the password, or is signed in")
    Map<String, Object> passkeyOptions(HttpServletRequest request) {
        return secondFactors.optionsToShowPasskey(known(request));
    }

    @PostMapping
    @PublicEndpoint("Only for a session in which the password was shown: the person is not signed in yet")
    SessionView show(@Valid @RequestBody FactorProof proof, HttpServletRequest request, HttpServletResponse response) {
        PersonRef person = sessions.waiting(request)
                .flatMap(persons::find)
                .orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("Begin with the password"));
        if (!proof.factor().isSecond()) {
            throw CommonProblem.INVALID.because("The password was shown already: factor must be a second one");
        }
        Proven proven = sessions.provenWaiting(request);
        SignIn.Outcome outcome = signIn.attempt(person, proof, proven.through(), SessionStart.browser(request));
        return start.complete(
                SessionStart.acceptedFactor(outcome, response), proven.with(Set.of(proof.factor())), request, response);
    }

    private PersonId known(HttpServletRequest request) {
        return sessions.waiting(request)
                .or(() -> PersonSessions.current().map(SignedIn::person))
                .orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("Begin with the password"));
    }
}
