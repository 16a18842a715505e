package io.gatehouse.identity.connections;

import io.gatehouse.identity.ProgramProblem;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.demands.Demands;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.Program;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Finds out for whom a program acts. Reads the connection and the person's standing anew for each request. */
@Service
public final class ConnectionCheck {

    private final Transactions transactions;
    private final ConnectionStore store;
    private final Persons persons;
    private final Demands demands;
    private final Clock clock;

    ConnectionCheck(Transactions transactions, ConnectionStore store, Persons persons, Demands demands, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.persons = persons;
        this.demands = demands;
        this.clock = clock;
    }

    /** The connection, while its person may have a program act for them. */
    public Optional<KnownConnection> find(UUID id) {
        return transactions.installation(
                () -> store.find(id).filter(known -> member(known).isPresent()));
    }

    /**
     * The program acting for its person.
     *
     * @param limit what its token allows at most
     * @throws ProblemException when the connection, or what it rests on, has ended
     */
    public Program program(UUID id, Set<Permission> limit, String address) {
        return transactions.installation(() -> {
            KnownConnection known = store.find(id).orElseThrow(ConnectionCheck::ended);
            Membership member = member(known).orElseThrow(ConnectionCheck::ended);
            Instant now = clock.instant();
            if (known.isUseUnknown(address, now)) {
                store.used(id, address, now);
            }
            return program(known, member, limit);
        });
    }

    private static Program program(KnownConnection known, Membership member, Set<Permission> limit) {
        Set<Permission> usable = EnumSet.copyOf(known.permissions());
        usable.retainAll(limit);
        usable.add(Permission.ORGANIZATION_READ);
        Set<Permission> held = EnumSet.copyOf(member.permissions());
        held.retainAll(usable);
        held.removeAll(Program.FOR_PEOPLE);
        Map<Permission, Set<TeamId>> inTeams = new EnumMap<>(Permission.class);
        inTeams.putAll(member.permissionsInTeams());
        inTeams.keySet().retainAll(usable);
        inTeams.keySet().removeAll(Program.FOR_PEOPLE);
        return new Program(scope(known, member), held, inTeams);
    }

    /** The person acting by that program. */
    static OrganizationScope scope(KnownConnection known, Membership member) {
        return new OrganizationScope(
                known.organization(),
                Actor.personBy(known.person(), member.person().displayName(), known.program()));
    }

    Optional<Membership> member(KnownConnection known) {
        if (!known.expiresAt().isAfter(clock.instant())) {
            return Optional.empty();
        }
        return persons.membership(known.organization(), known.person())
                .filter(member -> demands.allowProgram(member, known.consent()));
    }

    private static ProblemException ended() {
        return ProgramProblem.KEY_REFUSED.because("The connection has ended: connect the program again");
    }
}
