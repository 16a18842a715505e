package io.gatehouse.identity.signin;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.NewEntry;
import org.springframework.stereotype.Service;

/** Changes a password and ends every session that was opened with the old one. */
@Service
final class PasswordChanges {

    private final Transactions transactions;
    private final Persons persons;
    private final Passwords passwords;
    private final PersonSessions sessions;

    PasswordChanges(Transactions transactions, Persons persons, Passwords passwords, PersonSessions sessions) {
        this.transactions = transactions;
        this.persons = persons;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    PersonRef person(PersonId id) {
        return persons.find(id).orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("The session's person is gone"));
    }

    /** The present password was proven already. */
    void change(PersonRef person, String password) {
        Passwords.check("newPassword", password, person.email());
        String hash = passwords.hash(password);
        transactions.<Boolean>installation(() -> {
            passwords.keep(person.id(), hash);
            persons.record(person.id(), NewEntry.ofPerson("person.change-password", person.id(), person.displayName()));
            return true;
        });
        sessions.endAll(person.id());
    }
}
