package io.gatehouse.identity.session;

import io.gatehouse.kernel.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** All sessions of a person, wherever they were opened. */
@Service
public final class OpenSessions {

    private final PersonSessions sessions;
    private final SessionOrigins origins;

    OpenSessions(PersonSessions sessions, SessionOrigins origins) {
        this.sessions = sessions;
        this.origins = origins;
    }

    /** The latest used first. */
    public List<OpenSession> of(PersonId person) {
        Map<UUID, SessionOriginStore.Origin> known = origins.of(person);
        return sessions.of(person).values().stream()
                .flatMap(session -> view(session, known))
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
                .toList();
    }

    /** Ends those of a person's sessions at once, on every node; answers how many there were. */
    public int end(PersonId person, Predicate<SignedIn> wanted) {
        return end(
                sessions.of(person),
                session -> SessionContent.signedIn(session).filter(wanted).isPresent());
    }

    /** The same by what was proven in them, and also of those that still wait for the second factor. */
    public int endProven(PersonId person, Predicate<Proven> wanted) {
        return end(
                sessions.withWaiting(person),
                session -> SessionContent.proven(session).filter(wanted).isPresent());
    }

    private int end(Map<String, Session> open, Predicate<Session> wanted) {
        List<String> ids = open.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        ids.forEach(sessions::end);
        return ids.size();
    }

    private static Stream<OpenSession> view(Session session, Map<UUID, SessionOriginStore.Origin> known) {
        return SessionContent.signedIn(session).stream().map(signedIn -> {
            UUID id = signedIn.session();
            SessionOriginStore.Origin origin = known.getOrDefault(id, new SessionOriginStore.Origin(id, "", ""));
            return new OpenSession(signedIn, session.getLastAccessedTime(), origin.browser(), origin.address());
        });
    }
}
