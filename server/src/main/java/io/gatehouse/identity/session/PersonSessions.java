package io.gatehouse.identity.session;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Begins, reads and ends sessions. A session holds the person's id and nothing else. */
@Component
public final class PersonSessions implements SecurityContextRepository {

    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SessionSettings settings;
    private final Clock clock;

    PersonSessions(
            FindByIndexNameSessionRepository<? extends Session> sessions, SessionSettings settings, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins a session under an id that nobody knew before, and ends the one that the request came with. */
    public void begin(HttpServletRequest request, PersonId person) {
        end(request);
        request.getSession(true).setAttribute(PERSON, person.toString());
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(person)));
    }

    /** Ends the request's session, if it has one. */
    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Ends all sessions of a person at once, on every node. */
    public void endAll(PersonId person) {
        sessions.findByPrincipalName(person.toString()).keySet().forEach(sessions::deleteById);
    }

    /** Whether a session is still there, for work that outlives its request. */
    public boolean lives(String sessionId) {
        Session session = sessions.findById(sessionId);
        return session != null && !session.isExpired() && !tooOld(session.getCreationTime());
    }

    /** The person of the running request. */
    public static Optional<PersonId> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.person())
                : Optional.empty();
    }

    /**
     * The person of the running request.
     *
     * @throws io.gatehouse.kernel.ProblemException when nobody is signed in
     */
    public static PersonId required() {
        return current().orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("This needs a session"));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        PersonId person = read(holder.getRequest());
        return person == null
                ? SecurityContextHolder.createEmptyContext()
                : new SecurityContextImpl(new SignedIn(person));
    }

    /** Nothing to do: {@link #begin} and {@link #end} are the only ways to change a session. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return read(request) != null;
    }

    private @Nullable PersonId read(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PERSON) instanceof String person)) {
            return null;
        }
        if (tooOld(Instant.ofEpochMilli(session.getCreationTime()))) {
            session.invalidate();
            return null;
        }
        return PersonId.of(person);
    }

    private boolean tooOld(Instant created) {
        return created.plus(settings.absoluteLimit()).isBefore(clock.instant());
    }
}
