package io.gatehouse.identity.live;

import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.PersonSessions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out whether an open stream may go on. */
@Component
final class LiveAccess {

    private final Persons persons;
    private final PersonSessions sessions;

    LiveAccess(Persons persons, PersonSessions sessions) {
        this.persons = persons;
        this.sessions = sessions;
    }

    /** The person's standing, as long as the session and the membership last. */
    Optional<Membership> check(String session, LiveStream stream) {
        return sessions.lives(session) ? persons.membership(stream.organization(), stream.person()) : Optional.empty();
    }
}
