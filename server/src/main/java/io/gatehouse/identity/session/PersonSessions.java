package io.gatehouse.identity.session;

import io.gatehouse.identity.ProgramProblem;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Begins, reads and ends sessions. A session holds ids, times, the factors that were proven and, sealed, what the identity
 * provider needs to end its own, and nothing else. One that
 * still waits for its second factor names its person in another way, so that to everything else nobody is signed in.
 */
@Component
public final class PersonSessions implements SecurityContextRepository {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SessionOrigins origins;
    private final SessionSettings settings;
    private final ActsForPeople programs;
    private final Clock clock;

    PersonSessions(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            SessionOrigins origins,
            SessionSettings settings,
            ActsForPeople programs,
            Clock clock) {
        this.sessions = sessions;
        this.origins = origins;
        this.settings = settings;
        this.programs = programs;
        this.clock = clock;
    }

    /** Begins a session under an id that nobody knew before, and ends the one that the request came with. */
    public void begin(HttpServletRequest request, PersonId person, Proven proven) {
        begin(request, person, proven, clock.instant());
    }

    /** As {@link #begin(HttpServletRequest, PersonId, Proven)}, of somebody who signed in at that time. */
    public void begin(HttpServletRequest request, PersonId person, Proven proven, Instant began) {
        end(request);
        UUID id = Ids.next();
        HttpSession session = request.getSession(true);
        session.setAttribute(SessionContent.PERSON, person.toString());
        session.setAttribute(SessionContent.ID, id.toString());
        SessionContent.write(session, proven);
        Instant now = clock.instant();
        session.setAttribute(SessionContent.USED, now.toEpochMilli());
        session.setAttribute(SessionContent.BEGAN, began.toEpochMilli());
        origins.keep(person, id, request);
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(person, id, proven, began, now)));
    }

    /** Begins a session that waits for the second factor and can do nothing else, in place of the request's own. */
    public void beginWaiting(HttpServletRequest request, PersonId person, Proven proven) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(SessionContent.PERSON, SessionContent.WAITING + person);
        SessionContent.write(session, proven);
    }

    /** What was proven in the request's session that waits for the second factor. */
    public Proven provenWaiting(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        // Sessions that waited when this version was installed had shown the password.
        return session == null
                ? Proven.here(Factor.PASSWORD)
                : SessionContent.proven(session).orElseGet(() -> Proven.here(Factor.PASSWORD));
    }

    /** Whose second factor the request's session waits for. */
    public Optional<PersonId> waiting(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(SessionContent.PERSON) instanceof String name)
                || !name.startsWith(SessionContent.WAITING)) {
            return Optional.empty();
        }
        if (SessionContent.began(session).plus(LONGEST_WAIT).isBefore(clock.instant())) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(PersonId.of(name.substring(SessionContent.WAITING.length())));
    }

    /** Ends the request's session, if it has one. */
    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Ends all sessions of a person at once, on every node, and the programs that act for them. */
    public void endAll(PersonId person) {
        programs.endAll(person);
        sessions.findByPrincipalName(person.toString()).keySet().forEach(sessions::deleteById);
        sessions.findByPrincipalName(SessionContent.WAITING + person).keySet().forEach(sessions::deleteById);
    }

    /** Notes that the request's session is in use, at most once a minute. */
    public void noteUse(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Instant now = clock.instant();
        if (session != null
                && SessionContent.used(session).plus(USE_NOTED_EVERY).isBefore(now)) {
            session.setAttribute(SessionContent.USED, now.toEpochMilli());
        }
    }

    /** What a session holds that is still there, for work that outlives its request. */
    public Optional<SignedIn> find(String sessionId) {
        Session session = sessions.findById(sessionId);
        return session == null || !isGood(session) ? Optional.empty() : SessionContent.signedIn(session);
    }

    /** The session of the running request. */
    public static Optional<SignedIn> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /**
     * The session of the running request.
     *
     * @throws io.gatehouse.kernel.ProblemException when nobody is signed in, or a program calls
     */
    public static SignedIn required() {
        if (Program.current().isPresent()) {
            throw ProgramProblem.forPeopleOnly();
        }
        return current().orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("This needs a session"));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SignedIn signedIn = read(holder.getRequest());
        return signedIn == null ? SecurityContextHolder.createEmptyContext() : new SecurityContextImpl(signedIn);
    }

    /** Nothing to do: {@link #begin} and {@link #end} are the only ways to change a session. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return read(request) != null;
    }

    /** The person's sessions that are still good, by the ids that their cookies carry. */
    Map<String, Session> of(PersonId person) {
        return sessions.findByPrincipalName(person.toString()).entrySet().stream()
                .filter(entry -> isGood(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The same with those that wait for the second factor. */
    Map<String, Session> withWaiting(PersonId person) {
        Map<String, Session> all = new HashMap<>(of(person));
        all.putAll(sessions.findByPrincipalName(SessionContent.WAITING + person));
        return all;
    }

    void end(String sessionId) {
        sessions.deleteById(sessionId);
    }

    private @Nullable SignedIn read(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        SignedIn signedIn =
                session == null ? null : SessionContent.signedIn(session).orElse(null);
        if (session != null && signedIn != null && tooOld(signedIn.began())) {
            session.invalidate();
            return null;
        }
        return signedIn;
    }

    private boolean isGood(Session session) {
        return !session.isExpired() && !tooOld(SessionContent.began(session));
    }

    private boolean tooOld(Instant began) {
        return began.plus(settings.absoluteLimit()).isBefore(clock.instant());
    }
}
