package io.gatehouse.identity.live;

import io.gatehouse.identity.demands.Demands;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.session.PersonSessions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out whether an open stream may go on. */
@Component
final class LiveAccess {

    private final PersonSessions sessions;
    private final Demands demands;

    LiveAccess(PersonSessions sessions, Demands demands) {
        this.sessions = sessions;
        this.demands = demands;
    }

    /** The person's standing, as long as the session and the membership last and the session is enough there. */
    Optional<Membership> check(String session, LiveStream stream) {
        return sessions.find(session)
                .flatMap(signedIn -> demands.standing(signedIn, stream.organization()))
                .filter(standing -> standing.verdict() == Demands.Verdict.MET)
                .map(Demands.Standing::membership);
    }
}
