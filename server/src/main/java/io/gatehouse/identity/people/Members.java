package io.gatehouse.identity.people;

import io.gatehouse.identity.Belongings;
import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks after the members of one organization. */
@Service
final class Members {

    private final Transactions transactions;
    private final StandingStore store;
    private final Persons persons;
    private final MemberNames names;
    private final Organizations organizations;
    private final PersonSessions sessions;
    private final Ledger ledger;
    private final Signals signals;
    private final List<Belongings> belongings;
    private final Clock clock;

    Members(
            Transactions transactions,
            StandingStore store,
            Persons persons,
            MemberNames names,
            Organizations organizations,
            PersonSessions sessions,
            Ledger ledger,
            Signals signals,
            List<Belongings> belongings,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.persons = persons;
        this.names = names;
        this.organizations = organizations;
        this.sessions = sessions;
        this.ledger = ledger;
        this.signals = signals;
        this.belongings = belongings;
        this.clock = clock;
    }

    Page<Standing> list(OrganizationScope scope, PeopleQuery query, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        return transactions.read(
                scope, () -> Page.of(store.list(scope, query, after, limit + 1), limit, query.order()::after));
    }

    Standing find(OrganizationScope scope, PersonId person) {
        return transactions.read(scope, () -> required(scope, person));
    }

    Standing changeRoles(Caller caller, PersonId person, Collection<Role> roles) {
        OrganizationScope scope = caller.scope();
        Set<Role> checked = RoleRules.check(roles, organizations.of(scope).kind(), caller);
        refuseOneself(caller, person);
        transactions.write(scope, () -> {
            Standing before = lock(scope, person);
            RoleRules.checkHeld(Role.permissions(before.roles()), caller);
            store.changeRoles(scope, person, checked);
            Standing after = required(scope, person);
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.change-roles", person, after.displayName())
                            .change(Map.of("roles", before.roles()), Map.of("roles", after.roles())));
            requireSomebodyWhoLooksAfterPeople(scope);
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return find(scope, person);
    }

    Standing suspend(Caller caller, PersonId person, String reason) {
        refuseOneself(caller, person);
        Standing suspended = setState(caller, person, Standing.State.SUSPENDED, reason);
        if (persons.memberships(person).isEmpty() && !persons.isOperator(person)) {
            sessions.endAll(person);
        }
        return suspended;
    }

    Standing resume(Caller caller, PersonId person) {
        return setState(caller, person, Standing.State.ACTIVE, null);
    }

    /** Whether the member looks after people, or will again when resumed. */
    boolean looksAfterPeople(OrganizationScope scope, PersonId person) {
        return transactions.read(scope, () -> names.permissions(scope, person)).contains(Permission.PEOPLE_MANAGE);
    }

    /** Signs a member out everywhere: a session belongs to a person, not to an organization. */
    void endSessions(Caller caller, PersonId person, String reason) {
        OrganizationScope scope = caller.scope();
        transactions.write(scope, () -> {
            Standing member = required(scope, person);
            RoleRules.checkHeld(names.permissions(scope, person), caller);
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.end-sessions", person, member.displayName())
                            .because(reason));
        });
        sessions.endAll(person);
    }

    private Standing setState(Caller caller, PersonId person, Standing.State state, @Nullable String reason) {
        OrganizationScope scope = caller.scope();
        transactions.<Boolean>installation(scope, () -> {
            Standing before = lock(scope, person);
            RoleRules.checkHeld(names.permissions(scope, person), caller);
            if (before.state() == state) {
                throw CommonProblem.CONFLICT.because(before.displayName() + " is " + state + " already");
            }
            boolean suspend = state == Standing.State.SUSPENDED;
            store.suspend(scope, person, suspend ? clock.instant() : null);
            ledger.append(
                    scope,
                    NewEntry.ofPerson(suspend ? "person.suspend" : "person.resume", person, before.displayName())
                            .because(reason)
                            .change(Map.of("state", before.state()), Map.of("state", state)));
            if (suspend) {
                belongings.forEach(things -> things.suspend(scope, person));
            }
            requireSomebodyWhoLooksAfterPeople(scope);
            return true;
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return find(scope, person);
    }

    private Standing lock(OrganizationScope scope, PersonId person) {
        store.lock(scope);
        return required(scope, person);
    }

    private Standing required(OrganizationScope scope, PersonId person) {
        return store.find(scope, person)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such person in the organization"));
    }

    private static void refuseOneself(Caller caller, PersonId person) {
        if (caller.is(person)) {
            throw CommonProblem.CONFLICT.because("Nobody changes their own standing: ask another administrator");
        }
    }

    private void requireSomebodyWhoLooksAfterPeople(OrganizationScope scope) {
        if (!store.anyActive(scope, RoleRules.lookingAfterPeople())) {
            throw CommonProblem.CONFLICT.because("Somebody must remain who can look after people");
        }
    }
}
