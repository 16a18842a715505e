package io.gatehouse.identity.reset;

import io.gatehouse.identity.PasswordChanged;
import io.gatehouse.identity.PasswordResetAsked;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.password.PasswordPolicy;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.identity.signin.Passwords;
import io.gatehouse.identity.signin.ResetGuard;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.LinkToken;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Takes asks for a new password, without letting anybody find out who has an account, and sets it once. */
@Service
final class PasswordResets {

    /** Asks are of no use any more after this long. */
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(2);

    private final Transactions transactions;
    private final ResetStore store;
    private final ResetGuard guard;
    private final Persons persons;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final PersonSessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordResets(
            Transactions transactions,
            ResetStore store,
            ResetGuard guard,
            Persons persons,
            Passwords passwords,
            PasswordPolicy policy,
            PersonSessions sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.guard = guard;
        this.persons = persons;
        this.passwords = passwords;
        this.policy = policy;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** The same statements whether or not the address is somebody's; who it is matters when the letter is written. */
    void ask(String email) {
        String normalized = Persons.normalize(email);
        if (guard.forAccount(normalized).isPositive()) {
            return;
        }
        Instant now = clock.instant();
        UUID asking = Ids.next();
        transactions.<Boolean>installation(() -> {
            @Nullable
            PersonId person = persons.findByEmail(normalized).map(PersonRef::id).orElse(null);
            store.deleteAskedBefore(now.minus(FORGOTTEN_AFTER));
            store.insert(asking, person, now);
            events.publishEvent(new PasswordResetAsked(asking));
            return true;
        });
    }

    /** Whose password the token would set. */
    PersonRef find(LinkToken token) {
        return transactions
                .installation(() -> store.find(token.hash(), clock.instant()).flatMap(persons::find))
                .orElseThrow(PasswordResets::dead);
    }

    /** Sets the password, ends every session, and uses up all links of the person. */
    void complete(LinkToken token, String password) {
        PersonRef person = find(token);
        policy.require("password", password, person.email(), person.displayName());
        String hash = passwords.hash(password);
        transactions.<Boolean>installation(() -> {
            if (!store.take(token.hash(), clock.instant())) {
                throw dead();
            }
            store.deleteAllOf(person.id());
            passwords.keep(person.id(), hash);
            guard.proven(person.id(), person.email());
            persons.record(person.id(), NewEntry.ofPerson("person.reset-password", person.id(), person.displayName()));
            events.publishEvent(new PasswordChanged(person.id(), Ids.next()));
            return true;
        });
        sessions.endAll(person.id());
    }

    private static ProblemException dead() {
        return CommonProblem.NOT_FOUND.because("The link was used or has expired: ask for a new one");
    }
}
