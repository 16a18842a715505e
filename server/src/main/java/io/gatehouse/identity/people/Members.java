package io.gatehouse.identity.people;

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
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks after the members of one organization. */
@Service
final class Members {

    private final Transactions transactions;
    private final StandingStore store;
    private final MemberNames names;
    private final Organizations organizations;
    private final PersonSessions sessions;
    private final Ledger ledger;
    private final Signals signals;
    private final StandingChanges changes;

    Members(
            Transactions transactions,
            StandingStore store,
            MemberNames names,
            Organizations organizations,
            PersonSessions sessions,
            Ledger ledger,
            Signals signals,
            StandingChanges changes) {
        this.transactions = transactions;
        this.store = store;
        this.names = names;
        this.organizations = organizations;
        this.sessions = sessions;
        this.ledger = ledger;
        this.signals = signals;
        this.changes = changes;
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
            Standing before = changes.lock(scope, person);
            RoleRules.checkHeld(Role.permissions(before.roles()), caller);
            store.changeRoles(scope, person, checked);
            Standing after = required(scope, person);
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.change-roles", person, after.displayName())
                            .change(Map.of("roles", before.roles()), Map.of("roles", after.roles())));
            changes.requireSomebodyWhoLooksAfterPeople(scope);
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return find(scope, person);
    }

    Standing suspend(Caller caller, PersonId person, String reason) {
        refuseOneself(caller, person);
        Standing suspended = setState(caller, person, Standing.State.SUSPENDED, reason);
        changes.endSessionsOfStrangers(person);
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
            changes.lock(scope, person);
            RoleRules.checkHeld(names.permissions(scope, person), caller);
            changes.set(scope, person, state, reason);
            return true;
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return find(scope, person);
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
}
