package io.gatehouse.identity.signin;

import io.gatehouse.identity.signin.Backoff.Failures;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Bounds how often somebody can ask to be let in without an organization's provider: each time the server may ask it. */
@Service
public final class FallbackGuard {

    private static final Backoff BACKOFF = new Backoff(5, Duration.ofSeconds(30), Duration.ofMinutes(10));

    private final Transactions transactions;
    private final GuardStore store;
    private final Clock clock;

    FallbackGuard(Transactions transactions, GuardStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Counts an attempt as one in vain until it has succeeded.
     *
     * @throws ProblemException after too many in vain lately
     */
    public void enter(PersonId person, OrganizationId organization) {
        Duration pause = transactions.installation(() -> counted(key(person, organization)));
        if (pause.isPositive()) {
            throw CommonProblem.TOO_MANY_ATTEMPTS.because("Wait " + (pause.toSeconds() + 1) + " seconds");
        }
    }

    /** The person was let in. */
    public void succeeded(PersonId person, OrganizationId organization) {
        transactions.<Boolean>installation(() -> {
            store.forget(key(person, organization));
            return true;
        });
    }

    private Duration counted(byte[] key) {
        Instant now = clock.instant();
        store.reserve(key, now);
        Failures before = store.lock(key).orElseThrow();
        Duration pause = Duration.between(now, before.blockedUntil());
        if (!pause.isPositive()) {
            store.save(key, BACKOFF.after(before, now));
        }
        return pause;
    }

    private static byte[] key(PersonId person, OrganizationId organization) {
        return SignInGuard.hash("fallback", person + " " + organization);
    }
}
