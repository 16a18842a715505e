package io.gatehouse.identity.signin;

import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/session")
final class SessionController {

    private static final String BROWSER_COOKIE = "GATEHOUSE_BROWSER";
    private static final Duration BROWSER_REMEMBERED = Duration.ofDays(365);
    private static final int LONGEST_TOKEN = 64;

    private final SignIn signIn;
    private final SessionViews views;
    private final PersonSessions sessions;
    private final CsrfTokenRepository csrf;

    SessionController(SignIn signIn, SessionViews views, PersonSessions sessions, CsrfTokenRepository csrf) {
        this.signIn = signIn;
        this.views = views;
        this.sessions = sessions;
        this.csrf = csrf;
    }

    record Credentials(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = Passwords.LONGEST) String password) {}

    @GetMapping
    @PublicEndpoint("Tells only the holder of a session about themselves; anyone may learn that they have none")
    SessionView session(CsrfToken token) {
        // Reading the token is what makes the chain send its cookie, also with a refusal.
        token.getToken();
        return views.of(PersonSessions.required());
    }

    @PostMapping
    @PublicEndpoint("Signing in is how a session begins")
    SessionView signIn(
            @Valid @RequestBody Credentials credentials,
            @CookieValue(name = BROWSER_COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request,
            HttpServletResponse response) {
        @Nullable String token = browser == null || browser.length() > LONGEST_TOKEN ? null : browser;
        return switch (signIn.attempt(credentials.email(), credentials.password(), request.getRemoteAddr(), token)) {
            case SignIn.Outcome.Accepted accepted -> {
                rememberBrowser(accepted.browser(), request, response);
                yield begin(accepted.person(), request, response);
            }
            case SignIn.Outcome.Refused() ->
                throw CommonProblem.NOT_SIGNED_IN.because("The e-mail address or the password is not right");
            case SignIn.Outcome.Paused(Duration pause) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
                throw CommonProblem.TOO_MANY_ATTEMPTS.because("Try again later");
            }
        };
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PublicEndpoint("Ends only the session that the request itself carries")
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        csrf.saveToken(csrf.generateToken(request), request, response);
    }

    private SessionView begin(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(request, person);
        csrf.saveToken(csrf.generateToken(request), request, response);
        return views.of(person);
    }

    private static void rememberBrowser(String token, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(BROWSER_COOKIE, token)
                .path("/api/session")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(BROWSER_REMEMBERED)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
