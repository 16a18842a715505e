package io.gatehouse.identity.signin;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.NewEntry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds out whether somebody is who they say. */
@Service
public final class SignIn {

    private static final int TOKEN_BYTES = 24;

    private final Transactions transactions;
    private final Persons persons;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignIn(Transactions transactions, Persons persons, Passwords passwords, SignInGuard guard, Clock clock) {
        this.transactions = transactions;
        this.persons = persons;
        this.passwords = passwords;
        this.guard = guard;
        this.clock = clock;
    }

    /** How an attempt ended. */
    public sealed interface Outcome {
        /** The person is who they say; the browser keeps the token. */
        record Accepted(PersonId person, String browser) implements Outcome {}

        /** No such person, or another password: nobody is told which. */
        record Refused() implements Outcome {}

        /** Too many failures lately; try again after the pause. */
        record Paused(Duration pause) implements Outcome {}
    }

    /**
     * Tries an e-mail and a password.
     *
     * @param address that the attempt comes from
     * @param browser token of the browser, when it sent one
     * @throws io.gatehouse.kernel.ProblemException when too many people wait to be checked already
     */
    public Outcome attempt(String email, String password, String address, @Nullable String browser) {
        return passwords.admit(() -> admitted(email, password, address, browser));
    }

    private Outcome admitted(String email, String password, String address, @Nullable String browser) {
        String normalized = Persons.normalize(email);
        @Nullable PersonRef person = persons.findByEmail(normalized).orElse(null);
        @Nullable PersonId id = person == null ? null : person.id();
        SignInGuard.Attempt attempt = guard.enter(normalized, id, address, browser);
        if (attempt.refused()) {
            return new Outcome.Paused(attempt.pause());
        }
        if (!passwords.matches(id, password) || person == null) {
            failed(person, attempt);
            return new Outcome.Refused();
        }
        String token = browser == null ? newToken() : browser;
        succeeded(person, attempt, token);
        return new Outcome.Accepted(person.id(), token);
    }

    private void succeeded(PersonRef person, SignInGuard.Attempt attempt, String browser) {
        transactions.<Boolean>installation(() -> {
            guard.succeeded(attempt, person.id(), browser);
            persons.signedIn(person.id(), clock.instant());
            persons.record(
                    person.id(),
                    NewEntry.ofPerson("person.sign-in", person.id(), person.displayName())
                            .change(null, Map.of("failedAttemptsBefore", attempt.failures() - 1)));
            return true;
        });
    }

    private void failed(@Nullable PersonRef person, SignInGuard.Attempt attempt) {
        // One entry when guessing begins to be slowed: an entry for each failure would let strangers flood the book.
        if (person != null && attempt.failures() == SignInGuard.FREE_FAILURES) {
            persons.record(
                    person.id(),
                    NewEntry.ofPerson("person.slow-sign-in", person.id(), person.displayName())
                            .change(null, Map.of("failedAttempts", attempt.failures())));
        }
    }

    private String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
