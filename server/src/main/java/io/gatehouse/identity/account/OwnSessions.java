package io.gatehouse.identity.account;

import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.ActsForPeople;
import io.gatehouse.identity.session.OpenSession;
import io.gatehouse.identity.session.OpenSessions;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.NewEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Shows a person where they are signed in, and signs them out there. */
@Service
final class OwnSessions {

    private final Transactions transactions;
    private final OpenSessions sessions;
    private final ActsForPeople programs;
    private final Persons persons;

    OwnSessions(Transactions transactions, OpenSessions sessions, ActsForPeople programs, Persons persons) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.programs = programs;
        this.persons = persons;
    }

    List<OpenSession> of(SignedIn asking) {
        return sessions.of(asking.person()).stream()
                .filter(open -> isReached(asking, open.signedIn()))
                .toList();
    }

    void end(SignedIn asking, UUID session) {
        int ended = sessions.end(
                asking.person(), candidate -> candidate.session().equals(session) && isReached(asking, candidate));
        if (ended == 0) {
            throw CommonProblem.NOT_FOUND.because("You have no such session");
        }
        record(asking, ended);
    }

    /** Ends whatever acts for the person but the session that asks: connected programs as well. */
    void endOthers(SignedIn asking) {
        int ended = sessions.end(
                asking.person(),
                candidate -> !candidate.session().equals(asking.session()) && isReached(asking, candidate));
        int disconnected = disconnect(asking);
        if (ended + disconnected > 0) {
            record(asking, ended);
        }
    }

    private int disconnect(SignedIn asking) {
        return asking.through()
                .map(OrganizationScope::system)
                .map(scope -> transactions.installation(scope, () -> programs.endIn(scope, asking.person())))
                .orElseGet(() -> programs.endAll(asking.person()));
    }

    /** Whoever controls an organization's provider sees and ends what it opened, and nothing of the person beside it. */
    private static boolean isReached(SignedIn asking, SignedIn other) {
        return asking.reaches(other.proven().through());
    }

    private void record(SignedIn asking, int ended) {
        persons.find(asking.person())
                .ifPresent(person -> persons.record(
                        person.id(),
                        asking.proven().through(),
                        NewEntry.ofPerson("person.end-sessions", person.id(), person.displayName())
                                .change(null, Map.of("sessions", ended))));
    }
}
