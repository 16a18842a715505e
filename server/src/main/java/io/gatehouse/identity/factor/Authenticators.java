package io.gatehouse.identity.factor;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** People's authenticator apps: each has at most one, and no code of it is taken twice. */
@Service
final class Authenticators {

    private final Transactions transactions;
    private final AuthenticatorStore store;
    private final Sealer sealer;
    private final Clock clock;

    Authenticators(Transactions transactions, AuthenticatorStore store, Sealer sealer, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** When the person's app was confirmed; empty without one. */
    Optional<Instant> confirmedAt(PersonId person) {
        return transactions.installation(() -> store.find(person).map(AuthenticatorStore.Row::confirmedAt));
    }

    SecondFactors.Proposal propose(PersonRef person) {
        byte[] seed = Totp.newSeed();
        return transactions.installation(() -> {
            if (!store.propose(person.id(), sealer.seal(purpose(person.id()), seed))) {
                throw CommonProblem.CONFLICT.because("You have an authenticator app already: remove it first");
            }
            return new SecondFactors.Proposal(Totp.text(seed), Totp.address(seed, person.email()));
        });
    }

    /** In the caller's open transaction. */
    void confirm(PersonId person, String code) {
        AuthenticatorStore.Row row = store.find(person)
                .filter(found -> found.confirmedAt() == null)
                .orElseThrow(() -> CommonProblem.CONFLICT.because("No authenticator app waits for its first code"));
        Instant now = clock.instant();
        long step = Totp.step(open(person, row), code, now)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.INVALID,
                        "That is not the code that the app shows now",
                        List.of(new ProblemException.FieldError("code", "is not the code that the app shows now"))));
        store.confirm(person, step, now);
    }

    /** Takes a code, once. */
    boolean take(PersonId person, String code) {
        return transactions.installation(() -> store.find(person)
                .filter(row -> row.confirmedAt() != null)
                .map(row -> Totp.step(open(person, row), code, clock.instant()))
                .filter(step -> step.isPresent() && store.take(person, step.getAsLong()))
                .isPresent());
    }

    /** In the caller's open transaction. */
    void remove(PersonId person) {
        if (!store.delete(person)) {
            throw CommonProblem.NOT_FOUND.because("You have no authenticator app");
        }
    }

    /** In the caller's open transaction; whether there is one or not. */
    void forget(PersonId person) {
        store.delete(person);
    }

    private byte[] open(PersonId person, AuthenticatorStore.Row row) {
        return sealer.open(purpose(person), row.sealedSeed());
    }

    private static String purpose(PersonId person) {
        return "authenticator app of " + person;
    }
}
