package io.gatehouse.identity.signin;

import io.gatehouse.identity.signin.Backoff.Failures;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Slows down whoever tries keys. A right key is never held up by others' failures from the same address. */
@Service
public final class KeyGuard {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final GuardStore store;
    private final Clock clock;

    KeyGuard(Transactions transactions, GuardStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Counts a refused key.
     *
     * @param free failures before the first pause
     * @return how long failures from there are answered without a reason; zero when this one is not
     */
    public Duration failed(String address, int free) {
        byte[] key = SignInGuard.hash("keys from source", address);
        return transactions.installation(() -> {
            Instant now = clock.instant();
            store.reserve(key, now);
            Failures before = store.lock(key).orElseThrow();
            Duration pause = Duration.between(now, before.blockedUntil());
            if (pause.isPositive()) {
                return pause;
            }
            store.save(key, new Backoff(free, FIRST, LONGEST).after(before, now));
            return Duration.ZERO;
        });
    }
}
