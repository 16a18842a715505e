package io.gatehouse.identity.signin;

import io.gatehouse.identity.activity.ActivityLog;
import io.gatehouse.identity.factor.SecondFactors;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.identity.session.Proven;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.ledger.NewEntry;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
    private final SecondFactors secondFactors;
    private final SignIn signIn;
    private final SessionViews views;
    private final Persons persons;
    private final ActivityLog activity;
    private final CsrfTokenRepository csrf;

    SessionStart(
            PersonSessions sessions,
            SecondFactors secondFactors,
            SignIn signIn,
            SessionViews views,
            Persons persons,
            ActivityLog activity,
            CsrfTokenRepository csrf) {
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.signIn = signIn;
        this.views = views;
        this.persons = persons;
        this.activity = activity;
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
     * @throws ProblemException when nobody was
     */
    public SessionView from(SignIn.Outcome outcome, HttpServletRequest request, HttpServletResponse response) {
        return begin(accepted(outcome, response), request, response);
    }

    /**
     * Who was accepted.
     *
     * @throws ProblemException when nobody was
     */
    public static SignIn.Outcome.Accepted accepted(SignIn.Outcome outcome, HttpServletResponse response) {
        return accepted(
                outcome,
                response,
                CommonProblem.NOT_SIGNED_IN.because("The e-mail address or the password is not right"));
    }

    /**
     * Who was accepted with a factor of theirs.
     *
     * @throws ProblemException when nobody was
     */
    public static SignIn.Outcome.Accepted acceptedFactor(SignIn.Outcome outcome, HttpServletResponse response) {
        String why = "is not right, or was used before";
        return accepted(
                outcome,
                response,
                new ProblemException(
                        CommonProblem.INVALID,
                        "What you have shown " + why,
                        List.of(new ProblemException.FieldError("secret", why))));
    }

    private static SignIn.Outcome.Accepted accepted(
            SignIn.Outcome outcome, HttpServletResponse response, ProblemException refusal) {
        return switch (outcome) {
            case SignIn.Outcome.Accepted accepted -> accepted;
            case SignIn.Outcome.Refused() -> throw refusal;
            case SignIn.Outcome.Paused(Duration pause) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
                throw CommonProblem.TOO_MANY_ATTEMPTS.because("Try again later");
            }
        };
    }

    /**
     * Begins the session of somebody whose password was right, in place of the one that the request came with.
     *
     * @throws ProblemException when the person has a second factor: the session waits for it
     */
    public SessionView begin(
            SignIn.Outcome.Accepted accepted, HttpServletRequest request, HttpServletResponse response) {
        return begin(accepted, Proven.here(Factor.PASSWORD), request, response);
    }

    /** As {@link #begin(SignIn.Outcome.Accepted, HttpServletRequest, HttpServletResponse)}, without failures before. */
    public SessionView begin(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        return begin(new SignIn.Outcome.Accepted(person, 0), request, response);
    }

    /**
     * Begins the session of somebody for whom an identity provider vouches, in place of the one that the request came
     * with. Whoever has a second factor here shows it, unless the provider's own counts.
     *
     * @return whether the session is whole; else it waits for the second factor
     */
    public boolean beginFederated(
            PersonId person, Proven proven, HttpServletRequest request, HttpServletResponse response) {
        boolean whole = isWhole(person, proven);
        if (whole) {
            complete(new SignIn.Outcome.Accepted(person, 0), proven, request, response);
        } else {
            await(person, proven, request, response);
        }
        return whole;
    }

    private SessionView begin(
            SignIn.Outcome.Accepted accepted, Proven proven, HttpServletRequest request, HttpServletResponse response) {
        if (isWhole(accepted.person(), proven)) {
            return complete(accepted, proven, request, response);
        }
        await(accepted.person(), proven, request, response);
        throw SignInProblem.SECOND_FACTOR_AWAITED.because("The password is right: now show your second factor");
    }

    private boolean isWhole(PersonId person, Proven proven) {
        return proven.hasSecondFactor() || secondFactors.of(person).isEmpty();
    }

    private void await(PersonId person, Proven proven, HttpServletRequest request, HttpServletResponse response) {
        sessions.beginWaiting(request, person, proven);
        newCsrfToken(request, response);
    }

    /** Begins the session of somebody who has shown all that is needed. */
    SessionView complete(
            SignIn.Outcome.Accepted accepted, Proven proven, HttpServletRequest request, HttpServletResponse response) {
        rememberBrowser(signIn.completed(accepted, proven, browser(request)), request, response);
        return open(accepted.person(), proven, request, response);
    }

    /**
     * A new session in place of the running one, with the same factors and those that were proven just now. Without a new
     * one it is as old as the one before: changing a password again and again must not make a session last for ever.
     */
    public SessionView renew(
            SignedIn running, Set<Factor> added, HttpServletRequest request, HttpServletResponse response) {
        Proven proven = running.proven().with(added);
        if (added.isEmpty()) {
            sessions.begin(request, running.person(), proven, running.began());
        } else {
            sessions.begin(request, running.person(), proven);
        }
        return opened(request, response);
    }

    private SessionView open(PersonId person, Proven proven, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(request, person, proven);
        return opened(request, response);
    }

    private SessionView opened(HttpServletRequest request, HttpServletResponse response) {
        newCsrfToken(request, response);
        return views.of(PersonSessions.required());
    }

    private void newCsrfToken(HttpServletRequest request, HttpServletResponse response) {
        csrf.saveToken(csrf.generateToken(request), request, response);
    }

    /** Ends the session that the request came with, and tells the book. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        PersonSessions.current()
                .ifPresent(session -> persons.find(session.person()).ifPresent(person -> {
                    persons.record(
                            person.id(),
                            session.proven().through(),
                            NewEntry.ofPerson("person.sign-out", person.id(), person.displayName()));
                    activity.signedOut(session);
                }));
        sessions.end(request);
        // What the browser kept is not for whoever uses it next.
        response.setHeader("Clear-Site-Data", "\"cache\"");
        newCsrfToken(request, response);
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
