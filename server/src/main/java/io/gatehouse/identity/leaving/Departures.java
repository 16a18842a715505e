package io.gatehouse.identity.leaving;

import io.gatehouse.identity.Belongings;
import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Grant;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.people.MemberNames;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lets members go without leaving anything behind that nobody answers for. */
@Service
public final class Departures {

    private final Transactions transactions;
    private final DepartureStore store;
    private final List<Belongings> belongings;
    private final MemberNames members;
    private final People people;
    private final Persons persons;
    private final Organizations organizations;
    private final PersonSessions sessions;
    private final Ledger ledger;
    private final Signals signals;

    Departures(
            Transactions transactions,
            DepartureStore store,
            List<Belongings> belongings,
            MemberNames members,
            People people,
            Persons persons,
            Organizations organizations,
            PersonSessions sessions,
            Ledger ledger,
            Signals signals) {
        this.transactions = transactions;
        this.store = store;
        this.belongings = belongings;
        this.members = members;
        this.people = people;
        this.persons = persons;
        this.organizations = organizations;
        this.sessions = sessions;
        this.ledger = ledger;
        this.signals = signals;
    }

    /** What it would mean if the person left now. */
    Departure of(OrganizationScope scope, PersonId person) {
        return transactions.read(scope, () -> {
            members.required(scope, person);
            return departure(scope, person);
        });
    }

    /** Takes a member out of the organization. */
    void remove(Caller caller, PersonId person, String reason, @Nullable PersonId successor) {
        if (caller.is(person)) {
            throw CommonProblem.CONFLICT.because("Nobody removes themselves: leave the organization instead");
        }
        transactions.<Boolean>installation(caller.scope(), () -> {
            store.lock(caller.scope());
            RoleRules.checkHeld(members.permissions(caller.scope(), person), caller);
            end(caller, person, reason, successor);
            return true;
        });
        told(caller.scope(), person);
    }

    /**
     * Lets the caller leave.
     *
     * @param successor takes over what the caller has, and becomes an administrator where there is no other
     */
    void leave(Caller caller, String reason, @Nullable PersonId successor) {
        OrganizationScope scope = caller.scope();
        transactions.<Boolean>installation(scope, () -> {
            store.lock(scope);
            Departure departure = departure(scope, caller.person());
            if (departure.needsSuccessor() && !caller.may(Permission.PEOPLE_MANAGE)) {
                throw CommonProblem.CONFLICT.because(
                        "Ask somebody who looks after people to remove you: they hand over what you answer for");
            }
            end(caller, caller.person(), reason, successor);
            return true;
        });
        told(scope, caller.person());
    }

    /**
     * Takes out a member whom the organization's directory no longer has.
     *
     * @throws io.gatehouse.kernel.ProblemException when they answer for something, for which a person must name a
     *     successor
     */
    public void deprovision(OrganizationScope scope, PersonId person) {
        transactions.<Boolean>installation(scope, () -> {
            store.lock(scope);
            if (departure(scope, person).needsSuccessor()) {
                throw CommonProblem.CONFLICT.because(
                        "They answer for something here: remove them in the console, where a successor is named");
            }
            end(new Caller(scope, Set.of(), Map.of(), false), person, "By provisioning", null);
            return true;
        });
        told(scope, person);
    }

    private void end(Caller caller, PersonId person, String reason, @Nullable PersonId successor) {
        OrganizationScope scope = caller.scope();
        PersonRef member = members.required(scope, person);
        Departure departure = departure(scope, person);
        checkSuccessor(caller, person, departure, successor);
        PersonId heir = departure.takesSuccessor() ? successor : null;
        if (departure.lastAdministrator() && heir != null) {
            appoint(scope, heir);
        }
        belongings.forEach(things -> things.handOver(scope, person, heirOf(things, caller, heir)));
        store.delete(scope, person);
        Map<String, @Nullable Object> after = new HashMap<>();
        after.put("successorId", heir == null ? null : heir.toString());
        ledger.append(
                scope,
                NewEntry.ofPerson(caller.is(person) ? "person.leave" : "person.remove", person, member.displayName())
                        .because(reason)
                        .change(Map.of("state", "MEMBER"), after));
    }

    private void checkSuccessor(Caller caller, PersonId person, Departure departure, @Nullable PersonId successor) {
        if (departure.lastAdministrator() && successor == null) {
            throw CommonProblem.CONFLICT.because(
                    "Nobody else can look after people: name a successor, who becomes an administrator");
        }
        if (!departure.takesSuccessor() || (successor == null && !departure.needsSuccessor())) {
            return;
        }
        if (successor == null) {
            throw CommonProblem.CONFLICT.because("Name a successor for what the person answers for");
        }
        if (successor.equals(person)
                || people.permissions(caller.scope(), successor).isEmpty()) {
            throw CommonProblem.INVALID.because("The successor must be another active member");
        }
        if (departure.lastAdministrator() && caller.is(successor)) {
            throw CommonProblem.CONFLICT.because("Nobody makes themselves an administrator: name another successor");
        }
        boolean engaged = departure.belongings().stream().anyMatch(own -> own.kind() == Belongings.Kind.ENGAGEMENT);
        if (engaged) {
            checkHeir(caller, successor);
        }
        boolean leads = departure.belongings().stream().anyMatch(own -> own.kind() == Belongings.Kind.TEAM);
        if (leads) {
            RoleRules.checkHeld(Grant.LIMITABLE, caller);
        }
    }

    private void checkHeir(Caller caller, PersonId heir) {
        if (caller.is(heir)) {
            throw CommonProblem.CONFLICT.because("Nobody engages themselves: name another successor");
        }
        if (caller.may(Permission.ENGAGEMENT_MANAGE)) {
            RoleRules.checkEngageable(people.permissions(caller.scope(), heir), caller);
        }
    }

    /** Customers go on to somebody only by who may engage; else the engagements end. */
    private static @Nullable PersonId heirOf(Belongings things, Caller caller, @Nullable PersonId heir) {
        boolean engages = things.kind() != Belongings.Kind.ENGAGEMENT || caller.may(Permission.ENGAGEMENT_MANAGE);
        return engages ? heir : null;
    }

    /** Who lets the last administrator go holds all that is given here: it was checked, or is that administrator. */
    private void appoint(OrganizationScope scope, PersonId successor) {
        PersonRef member = members.required(scope, successor);
        Role role = Role.administratorOf(organizations.of(scope).kind());
        store.addRole(scope, successor, role.name());
        ledger.append(
                scope,
                NewEntry.ofPerson("person.give-role", successor, member.displayName())
                        .change(null, Map.of("role", role.title())));
    }

    private Departure departure(OrganizationScope scope, PersonId person) {
        List<Departure.Belonging> own = belongings.stream()
                .map(things -> new Departure.Belonging(
                        things.kind(),
                        things.count(scope, person),
                        things.kind().needsSuccessor()))
                .filter(found -> found.count() > 0)
                .toList();
        Role administrator = Role.administratorOf(organizations.of(scope).kind());
        boolean last = members.roles(scope, person).contains(administrator)
                && !store.anyOther(scope, person, administrator.name());
        boolean needs = last || own.stream().anyMatch(Departure.Belonging::needsSuccessor);
        boolean takes = needs || own.stream().anyMatch(found -> found.kind().takesSuccessor());
        return new Departure(own, needs, takes, last);
    }

    private void told(OrganizationScope scope, PersonId person) {
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        List<Membership> elsewhere = persons.memberships(person);
        if (elsewhere.isEmpty() && !persons.isOperator(person)) {
            sessions.endAll(person);
        }
    }
}
