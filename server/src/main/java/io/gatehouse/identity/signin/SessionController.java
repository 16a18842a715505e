package io.gatehouse.identity.signin;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.password.PasswordPolicy;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/session")
final class SessionController {

    private final PersonSessions sessions;
    private final SignIn signIn;
    private final SessionViews views;
    private final SessionStart start;
    private final PasswordChanges changes;

    SessionController(
            PersonSessions sessions, SignIn signIn, SessionViews views, SessionStart start, PasswordChanges changes) {
        this.sessions = sessions;
        this.signIn = signIn;
        this.views = views;
        this.start = start;
        this.changes = changes;
    }

    record Credentials(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = PasswordPolicy.LONGEST) String password) {}

    @GetMapping
    @PublicEndpoint("Tells only the holder of a session about themselves; anyone may learn that they have none")
    SessionView session(
            CsrfToken token,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String organization) {
        // Reading the token is what makes the chain send its cookie, also with a refusal.
        token.getToken();
        if (sessions.waiting(request).isPresent()) {
            throw SignInProblem.SECOND_FACTOR_AWAITED.because("The password is right: now show your second factor");
        }
        return views.of(PersonSessions.required(), organization);
    }

    @PostMapping
    @PublicEndpoint("Signing in is how a session begins")
    SessionView signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        SignIn.Outcome outcome = signIn.attempt(
                credentials.email(), credentials.password(), request.getRemoteAddr(), SessionStart.browser(request));
        return start.from(outcome, request, response);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PublicEndpoint("Ends only the session that the request itself carries")
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        start.end(request, response);
    }

    record PasswordChange(
            @NotBlank @Size(max = PasswordPolicy.LONGEST) String currentPassword,
            @NotBlank @Size(max = PasswordPolicy.LONGEST) String newPassword) {}

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PublicEndpoint("Each signed-in person for themselves, who proves the present password")
    void changePassword(
            SignedIn running,
            @Valid @RequestBody PasswordChange change,
            HttpServletRequest request,
            HttpServletResponse response) {
        PersonRef who = changes.person(running.person());
        SignIn.Outcome outcome = signIn.attempt(
                who.email(), change.currentPassword(), request.getRemoteAddr(), SessionStart.browser(request));
        if (outcome instanceof SignIn.Outcome.Refused) {
            throw new ProblemException(
                    CommonProblem.INVALID,
                    "The present password is not right",
                    List.of(new ProblemException.FieldError("currentPassword", "is not the present password")));
        }
        SessionStart.accepted(outcome, response);
        changes.change(who, change.newPassword());
        start.renew(running, Set.of(), request, response);
    }
}
