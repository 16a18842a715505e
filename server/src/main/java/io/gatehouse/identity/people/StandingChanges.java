package io.gatehouse.identity.people;

import io.gatehouse.identity.Belongings;
import io.gatehouse.identity.session.ActsForPeople;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Suspends and resumes members, for those who looked whether it is allowed. In the caller's open transaction of the
 * installation.
 */
@Component
public final class StandingChanges {

    private final StandingStore store;
    private final Persons persons;
    private final PersonSessions sessions;
    private final ActsForPeople programs;
    private final List<Belongings> belongings;
    private final Ledger ledger;
    private final Clock clock;

    StandingChanges(
            StandingStore store,
            Persons persons,
            PersonSessions sessions,
            ActsForPeople programs,
            List<Belongings> belongings,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.persons = persons;
        this.sessions = sessions;
        this.programs = programs;
        this.belongings = belongings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Takes all rights from a member until they are resumed.
     *
     * @throws io.gatehouse.kernel.ProblemException when nobody would remain who looks after people
     */
    public void suspend(OrganizationScope scope, PersonId person, String reason) {
        set(scope, person, Standing.State.SUSPENDED, reason);
    }

    /** Gives a suspended member their rights again. */
    public void resume(OrganizationScope scope, PersonId person) {
        set(scope, person, Standing.State.ACTIVE, null);
    }

    /** Ends the sessions of somebody who has no active place anywhere; after the transaction that took the last one. */
    public void endSessionsOfStrangers(PersonId person) {
        if (persons.memberships(person).isEmpty() && !persons.isOperator(person)) {
            sessions.endAll(person);
        }
    }

    void set(OrganizationScope scope, PersonId person, Standing.State state, @Nullable String reason) {
        Standing before = lock(scope, person);
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
            programs.endIn(scope, person);
            belongings.forEach(things -> things.suspend(scope, person));
        }
        requireSomebodyWhoLooksAfterPeople(scope);
    }

    Standing lock(OrganizationScope scope, PersonId person) {
        store.lock(scope);
        return store.find(scope, person)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such person in the organization"));
    }

    void requireSomebodyWhoLooksAfterPeople(OrganizationScope scope) {
        if (!store.anyActive(scope, RoleRules.lookingAfterPeople())) {
            throw CommonProblem.CONFLICT.because("Somebody must remain who can look after people");
        }
    }
}
