package io.gatehouse.identity.account;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.factor.SecondFactors;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import org.springframework.stereotype.Service;

/**
 * Helps a member who lost the device and the backup codes. Only where the person belongs to that organization and to no
 * other: an organization must not weaken how somebody signs in to another one.
 */
@Service
final class LostFactors {

    private final Transactions transactions;
    private final Persons persons;
    private final SecondFactors factors;
    private final PersonSessions sessions;
    private final Ledger ledger;

    LostFactors(
            Transactions transactions, Persons persons, SecondFactors factors, PersonSessions sessions, Ledger ledger) {
        this.transactions = transactions;
        this.persons = persons;
        this.factors = factors;
        this.sessions = sessions;
        this.ledger = ledger;
    }

    void remove(Caller caller, PersonId person, String reason) {
        OrganizationScope scope = caller.scope();
        Membership member = persons.membership(scope.organization(), person)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such person in the organization"));
        if (scope.actor().is(person)) {
            throw CommonProblem.CONFLICT.because("Remove your own factors in your account");
        }
        RoleRules.checkHeld(member.allPermissions(), caller);
        if (persons.belongsElsewhere(person, scope.organization()) || persons.isOperator(person)) {
            throw CommonProblem.CONFLICT.because("The person belongs to others as well: nobody here alone may do that");
        }
        transactions.<Boolean>installation(scope, () -> {
            factors.removeAll(person);
            ledger.append(
                    scope,
                    NewEntry.ofPerson(
                                    "person.remove-lost-factors",
                                    person,
                                    member.person().displayName())
                            .because(reason));
            return true;
        });
        sessions.endAll(person);
    }
}
