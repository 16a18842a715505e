package io.gatehouse.identity.signin;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.activity.ActivityLog;
import io.gatehouse.identity.factor.FactorProof;
import io.gatehouse.identity.factor.SecondFactors;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.Proven;
import io.gatehouse.kernel.OrganizationId;
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
    private final SecondFactors secondFactors;
    private final SignInGuard guard;
    private final ActivityLog activity;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignIn(
            Transactions transactions,
            Persons persons,
            Passwords passwords,
            SecondFactors secondFactors,
            SignInGuard guard,
            ActivityLog activity,
            Clock clock) {
        this.transactions = transactions;
        this.persons = persons;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.guard = guard;
        this.activity = activity;
        this.clock = clock;
    }

    /** How an attempt ended. */
    public sealed interface Outcome {
        /**
         * The password is the person's.
         *
         * @param failures attempts before this one that failed
         */
        record Accepted(PersonId person, int failures) implements Outcome {}

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
            failed(person, null, attempt, Factor.PASSWORD);
            return new Outcome.Refused();
        }
        guard.succeeded(attempt);
        return new Outcome.Accepted(person.id(), attempt.failures() - 1);
    }

    /**
     * Tries a factor of somebody who is known already: the second one of a sign-in, or a fresh one for an action.
     *
     * @param through whose identity provider vouches for them already: no other organization is told; null when none does
     * @param browser token of the browser, when it sent one
     * @throws io.gatehouse.kernel.ProblemException when it is the password and too many people wait to be checked already
     */
    public Outcome attempt(
            PersonRef person, FactorProof proof, @Nullable OrganizationId through, @Nullable String browser) {
        return proof.factor() == Factor.PASSWORD
                ? passwords.admit(() -> admitted(person, proof, through, browser))
                : admitted(person, proof, through, browser);
    }

    private Outcome admitted(
            PersonRef person, FactorProof proof, @Nullable OrganizationId through, @Nullable String browser) {
        SignInGuard.Attempt attempt = guard.enterFactor(person.id(), browser);
        if (attempt.refused()) {
            return new Outcome.Paused(attempt.pause());
        }
        if (!isRight(person.id(), proof)) {
            failed(person, through, attempt, proof.factor());
            return new Outcome.Refused();
        }
        guard.succeeded(attempt);
        return new Outcome.Accepted(person.id(), attempt.failures() - 1);
    }

    /**
     * Somebody is in: tells the book with which factors.
     *
     * @param browser token of the browser, when it sent one
     * @return the token by which the browser is known from now on
     */
    String completed(Outcome.Accepted accepted, Proven proven, @Nullable String browser) {
        String token = browser == null ? newToken() : browser;
        return transactions.installation(() -> {
            PersonRef person = persons.find(accepted.person()).orElseThrow();
            guard.remember(person.id(), token);
            persons.signedIn(person.id(), clock.instant());
            activity.signedIn(person.id(), proven);
            persons.record(
                    person.id(),
                    proven.through(),
                    NewEntry.ofPerson("person.sign-in", person.id(), person.displayName())
                            .change(
                                    null,
                                    Map.of(
                                            "factors",
                                            proven.factors().stream()
                                                    .sorted()
                                                    .map(Factor::name)
                                                    .toList(),
                                            "failedAttemptsBefore",
                                            accepted.failures())));
            return token;
        });
    }

    private boolean isRight(PersonId person, FactorProof proof) {
        return proof.factor() == Factor.PASSWORD
                ? passwords.matches(person, proof.secret())
                : secondFactors.take(person, proof);
    }

    private void failed(
            @Nullable PersonRef person, @Nullable OrganizationId through, SignInGuard.Attempt attempt, Factor factor) {
        if (person != null) {
            activity.signInRefused(person.id(), through, factor);
        }
        // One entry when guessing begins to be slowed: an entry for each failure would let strangers flood the book.
        if (person != null && attempt.failures() == SignInGuard.FREE_FAILURES) {
            persons.record(
                    person.id(),
                    through,
                    NewEntry.ofPerson("person.slow-sign-in", person.id(), person.displayName())
                            .change(null, Map.of("factor", factor.name(), "failedAttempts", attempt.failures())));
        }
    }

    private String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
