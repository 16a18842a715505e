package io.gatehouse.identity.signin;

import io.gatehouse.identity.signin.Backoff.Failures;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Bounds how often new passwords can be asked for, from one address and for one e-mail, whoever's it is. */
@Service
public final class ResetGuard {

    private static final Backoff ACCOUNT = new Backoff(3, Duration.ofMinutes(10), Duration.ofHours(1));
    private static final Duration LONGEST_FOR_SOURCE = Duration.ofHours(1);

    private final Transactions transactions;
    private final GuardStore store;
    private final Clock clock;
    private final Backoff source;

    ResetGuard(Transactions transactions, GuardStore store, Clock clock, SignInSettings settings) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
        this.source = new Backoff(settings.resetsPerSource(), Duration.ofMinutes(1), LONGEST_FOR_SOURCE);
    }

    /** Counts an ask from an address; a pause that is not zero refuses it. */
    public Duration fromSource(String address) {
        return enter(SignInGuard.hash("reset from source", address), source);
    }

    /** Counts an ask for an account; a pause that is not zero means that letters enough are under way. */
    public Duration forAccount(String email) {
        return enter(SignInGuard.hash("reset of account", email), ACCOUNT);
    }

    /** Whoever proved that the mailbox is theirs starts anew: others' failures, and browsers known before, are gone. */
    public void proven(PersonId person, String email) {
        transactions.<Boolean>installation(() -> {
            store.forget(SignInGuard.hash("account", email));
            store.forgetBrowsers(person);
            return true;
        });
    }

    private Duration enter(byte[] key, Backoff backoff) {
        return transactions.installation(() -> {
            Instant now = clock.instant();
            store.reserve(key, now);
            Failures before = store.lock(key).orElseThrow();
            Duration pause = Duration.between(now, before.blockedUntil());
            if (pause.isPositive()) {
                return pause;
            }
            store.save(key, backoff.after(before, now));
            return Duration.ZERO;
        });
    }
}
