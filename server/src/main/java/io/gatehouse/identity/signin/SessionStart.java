package io.gatehouse.identity.signin;

import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.ledger.NewEntry;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Turns the outcome of an attempt into a session with a CSRF token of its own, or into a refusal. */
@Component
public final class SessionStart {

    private static final String BROWSER_COOKIE = "GATEHOUSE_BROWSER";
    private static final Duration BROWSER_REMEMBERED = Duration.ofDays(365);
    private static final int LONGEST_TOKEN = 64;

    private final PersonSessions sessions;
    private final SessionViews views;
    private final Persons persons;
    private final CsrfTokenRepository csrf;

    SessionStart(PersonSessions sessions, SessionViews views, Persons persons, CsrfTokenRepository csrf) {
        this.sessions = sessions;
        this.views = views;
        this.persons = persons;
        this.csrf = csrf;
    }

    /** The token by which a browser is known that somebody has signed in with before; null when it has none. */
    public static @Nullable String browser(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, BROWSER_COOKIE);
        return cookie == null || cookie.getValue().length() > LONGEST_TOKEN ? null : cookie.getValue();
    }

    /**
     * Begins the session of who was accepted.
     *
     * @throws io.gatehouse.kernel.ProblemException when nobody was
     */
    public SessionView from(SignIn.Outcome outcome, HttpServletRequest request, HttpServletResponse response) {
        return begin(accepted(outcome, response), request, response);
    }

    /**
     * Who was accepted.
     *
     * @throws io.gatehouse.kernel.ProblemException when nobody was
     */
    public static SignIn.Outcome.Accepted accepted(SignIn.Outcome outcome, HttpServletResponse response) {
        return switch (outcome) {
            case SignIn.Outcome.Accepted accepted -> accepted;
            case SignIn.Outcome.Refused() ->
                throw CommonProblem.NOT_SIGNED_IN.because("The e-mail address or the password is not right");
            case SignIn.Outcome.Paused(Duration pause) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
                throw CommonProblem.TOO_MANY_ATTEMPTS.because("Try again later");
            }
        };
    }

    /** Begins a session, in place of the one that the request came with. */
    public SessionView begin(
            SignIn.Outcome.Accepted accepted, HttpServletRequest request, HttpServletResponse response) {
        rememberBrowser(accepted.browser(), request, response);
        return begin(accepted.person(), request, response);
    }

    /** Begins the session of somebody who proved otherwise who they are. */
    public SessionView begin(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(request, person);
        csrf.saveToken(csrf.generateToken(request), request, response);
        return views.of(person);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        PersonSessions.current()
                .flatMap(persons::find)
                .ifPresent(person -> persons.record(
                        person.id(), NewEntry.ofPerson("person.sign-out", person.id(), person.displayName())));
        sessions.end(request);
        csrf.saveToken(csrf.generateToken(request), request, response);
    }

    private static void rememberBrowser(String token, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(BROWSER_COOKIE, token)
                .path("/api")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(BROWSER_REMEMBERED)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
