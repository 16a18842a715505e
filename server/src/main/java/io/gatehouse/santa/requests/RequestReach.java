package io.gatehouse.santa.requests;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.People;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose requests a caller sees and decides. */
@Component
final class RequestReach {

    private final People people;

    RequestReach(People people) {
        this.people = people;
    }

    /** Whether the caller sees the requests of everybody. */
    static boolean seesAll(Caller caller) {
        return caller.may(Permission.REQUEST_READ) || caller.may(Permission.REQUEST_DECIDE);
    }

    /** Whether the caller sees the other one's requests. */
    boolean sees(Caller caller, PersonId requester) {
        return seesAll(caller) || seen(caller, requester);
    }

    private boolean seen(Caller caller, PersonId requester) {
        Set<TeamId> teams = teams(caller);
        return !teams.isEmpty() && people.inTeams(caller.scope(), teams).contains(requester);
    }

    /** The people whose requests the caller sees, the caller among them; null for everybody's. */
    @Nullable
    Set<PersonId> seen(Caller caller) {
        if (seesAll(caller)) {
            return null;
        }
        Set<PersonId> seen = new HashSet<>(people.inTeams(caller.scope(), teams(caller)));
        caller.scope().actor().asPerson().ifPresent(seen::add);
        return seen;
    }

    /** The people for whom the caller decides; null for everybody. */
    @Nullable
    Set<PersonId> decided(Caller caller) {
        return caller.may(Permission.REQUEST_DECIDE)
                ? null
                : people.inTeams(caller.scope(), caller.teams(Permission.REQUEST_DECIDE));
    }

    private static Set<TeamId> teams(Caller caller) {
        Set<TeamId> teams = new HashSet<>(caller.teams(Permission.REQUEST_READ));
        teams.addAll(caller.teams(Permission.REQUEST_DECIDE));
        return teams;
    }
}
