package io.gatehouse.identity.connections;

import io.gatehouse.identity.demands.Consent;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lets people allow programs to act for them, and end that. */
@Service
final class PersonConnections {

    private static final Duration LONGEST = Duration.ofDays(90);

    private final Transactions transactions;
    private final ConnectionStore store;
    private final DeviceCodeStore codeStore;
    private final DeviceCodes codes;
    private final Choices choices;
    private final Persons persons;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    PersonConnections(
            Transactions transactions,
            ConnectionStore store,
            DeviceCodeStore codeStore,
            DeviceCodes codes,
            Choices choices,
            Persons persons,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.codeStore = codeStore;
        this.codes = codes;
        this.choices = choices;
        this.persons = persons;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    /** Connects the program that waits under that short code. */
    Connection allow(SignedIn asking, String userCode, OrganizationId organization, Set<Permission> chosen) {
        // Counted by itself: a guess must not be forgotten with the rest.
        codes.undecided(asking.person(), userCode);
        UUID id = Ids.next();
        transactions.<Boolean>installation(() -> {
            DeviceCode code = codes.undecided(asking.person(), userCode);
            Membership member = choices.in(organization, asking)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such organization"));
            check(chosen, Choices.usable(member, code.permissions()));
            keep(new KnownConnection(
                    organization,
                    id,
                    asking.person(),
                    code.program(),
                    chosen,
                    Consent.in(asking),
                    null,
                    null,
                    clock.instant().plus(LONGEST),
                    null,
                    null));
            codeStore.allow(code.deviceHash(), id);
            tell(member.scope(), id, code, chosen);
            return true;
        });
        return of(asking).stream()
                .filter(connection -> connection.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    /** The person's own, as far as the session reaches. */
    List<Connection> of(SignedIn asking) {
        return transactions.installation(() -> store.of(asking.person())).stream()
                .filter(connection -> asking.reaches(connection.organizationId()))
                .toList();
    }

    /** Those of a member in the scope's organization. */
    List<Connection> of(OrganizationScope scope, PersonId person) {
        return transactions.read(scope, () -> store.of(scope, person));
    }

    /** Ends one of the person's own. */
    void disconnect(SignedIn asking, UUID id) {
        PersonId person = asking.person();
        Connection connection = required(of(asking), id);
        String name = persons.find(person).orElseThrow().displayName();
        end(new OrganizationScope(connection.organizationId(), Actor.person(person, name)), connection, null);
    }

    /** Ends one of a member's. */
    void disconnect(OrganizationScope scope, PersonId person, UUID id, String reason) {
        end(scope, required(of(scope, person), id), reason);
    }

    private void end(OrganizationScope scope, Connection connection, @Nullable String reason) {
        transactions.write(scope, () -> {
            if (store.delete(connection.id())) {
                ledger.append(
                        scope,
                        NewEntry.of("connection.end", "connection", connection.id(), connection.program())
                                .because(reason));
            }
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    private void keep(KnownConnection connection) {
        Instant now = clock.instant();
        store.deleteBefore(now);
        store.insert(connection, now);
    }

    private void tell(OrganizationScope scope, UUID id, DeviceCode code, Set<Permission> chosen) {
        transactions.<Boolean>installation(scope, () -> {
            ledger.append(
                    scope,
                    NewEntry.of("connection.allow", "connection", id, code.program())
                            .change(
                                    null,
                                    Map.of(
                                            "permissions",
                                            chosen.stream().sorted().toList(),
                                            "address",
                                            code.address())));
            return true;
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    private static void check(Set<Permission> chosen, Set<Permission> usable) {
        if (!usable.containsAll(chosen)) {
            throw new ProblemException(
                    CommonProblem.INVALID,
                    "Some permissions cannot be given to this program",
                    List.of(new ProblemException.FieldError(
                            "permissions",
                            "must be of "
                                    + usable.stream()
                                            .map(Permission::code)
                                            .sorted()
                                            .toList())));
        }
    }

    private static Connection required(List<Connection> connections, UUID id) {
        return connections.stream()
                .filter(connection -> connection.id().equals(id))
                .findAny()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such connection"));
    }
}
