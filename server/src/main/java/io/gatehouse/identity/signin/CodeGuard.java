package io.gatehouse.identity.signin;

import io.gatehouse.identity.signin.Backoff.Failures;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Bounds how many short codes a person can try: whoever must pause learns nothing of a right one either. */
@Service
public final class CodeGuard {

    private static final Backoff BACKOFF = new Backoff(5, Duration.ofSeconds(30), Duration.ofMinutes(10));

    private final Transactions transactions;
    private final GuardStore store;
    private final Clock clock;

    CodeGuard(Transactions transactions, GuardStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Lets a person try a code.
     *
     * @param attempt empty when the code is none
     * @throws ProblemException when the person tried too many that were none
     */
    public <T> Optional<T> attempt(PersonId person, Supplier<Optional<T>> attempt) {
        byte[] key = SignInGuard.hash("short codes of person", person.toString());
        return transactions.installation(() -> {
            Instant now = clock.instant();
            store.reserve(key, now);
            Failures before = store.lock(key).orElseThrow();
            Duration pause = Duration.between(now, before.blockedUntil());
            if (pause.isPositive()) {
                throw tooMany(pause);
            }
            Optional<T> found = attempt.get();
            if (found.isEmpty()) {
                store.save(key, BACKOFF.after(before, now));
            }
            return found;
        });
    }

    private static ProblemException tooMany(Duration pause) {
        return CommonProblem.TOO_MANY_ATTEMPTS.because(
                "Too many codes were wrong: wait " + (pause.toSeconds() + 1) + " seconds");
    }
}
