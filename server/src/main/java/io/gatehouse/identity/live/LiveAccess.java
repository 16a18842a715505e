package io.gatehouse.identity.live;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.demands.Demands;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.session.PersonSessions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out whether an open stream may go on. */
@Component
final class LiveAccess {

    private final PersonSessions sessions;
    private final Demands demands;
    private final Clock clock;

    LiveAccess(PersonSessions sessions, Demands demands, Clock clock) {
        this.sessions = sessions;
        this.demands = demands;
        this.clock = clock;
    }

    /** The person's standing, as long as the session and the membership last and the session is enough there. */
    Optional<Membership> check(String session, LiveStream stream) {
        Optional<Membership> membership = sessions.find(session)
                .flatMap(signedIn -> demands.standing(signedIn, stream.organization()))
                .filter(standing -> standing.verdict() == Demands.Verdict.MET)
                .map(Demands.Standing::membership);
        stream.standsBy(membership
                .flatMap(Membership::engagement)
                .map(Grant.Source.Engagement::provider)
                .orElse(null));
        return membership;
    }

    /** Whether what was read earlier still holds: an engagement ends at its time, whether or not anybody says so. */
    boolean holds(Membership membership) {
        return membership.holdsAt(clock.instant());
    }
}
