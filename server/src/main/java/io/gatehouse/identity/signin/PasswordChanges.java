package io.gatehouse.identity.signin;

import io.gatehouse.identity.PasswordChanged;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.password.PasswordPolicy;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.NewEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Changes a password and ends every session that was opened with the old one. */
@Service
final class PasswordChanges {

    private final Transactions transactions;
    private final Persons persons;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final PersonSessions sessions;
    private final ApplicationEventPublisher events;

    PasswordChanges(
            Transactions transactions,
            Persons persons,
            Passwords passwords,
            PasswordPolicy policy,
            PersonSessions sessions,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.persons = persons;
        this.passwords = passwords;
        this.policy = policy;
        this.sessions = sessions;
        this.events = events;
    }

    PersonRef person(PersonId id) {
        return persons.find(id).orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("The session's person is gone"));
    }

    /** The present password was proven already. */
    void change(PersonRef person, String password) {
        policy.require("newPassword", password, person.email(), person.displayName());
        String hash = passwords.hash(password);
        transactions.<Boolean>installation(() -> {
            passwords.keep(person.id(), hash);
            persons.record(person.id(), NewEntry.ofPerson("person.change-password", person.id(), person.displayName()));
            events.publishEvent(new PasswordChanged(person.id(), Ids.next()));
            return true;
        });
        sessions.endAll(person.id());
    }
}
