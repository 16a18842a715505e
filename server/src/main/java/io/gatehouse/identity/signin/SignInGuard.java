package io.gatehouse.identity.signin;

import io.gatehouse.identity.signin.Backoff.Failures;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Slows guessing down. Every attempt counts as a failure until it has succeeded, so that attempts at the same time
 * cannot slip through together. A browser in which the person has signed in before has a count of its own: strangers'
 * failures do not shut the person out there.
 */
@Service
final class SignInGuard {

    /** Failures of an account before the first pause. */
    static final int FREE_FAILURES = 5;

    private static final Backoff ACCOUNT = new Backoff(FREE_FAILURES, Duration.ofSeconds(30), Duration.ofMinutes(15));
    private static final Duration LONGEST_FOR_SOURCE = Duration.ofMinutes(5);

    /**
     * One attempt that was let through, or not.
     *
     * @param pause until which further attempts are refused; zero when this one was let through
     * @param failures of the account or browser, this attempt included
     */
    record Attempt(List<Counted> counted, Duration pause, int failures) {
        boolean refused() {
            return !pause.isZero();
        }
    }

    /** Something whose failures are counted. */
    record Guarded(byte[] key, Backoff backoff, boolean source) {}

    /**
     * What an attempt was counted for.
     *
     * @param reached the failures with this attempt
     */
    record Counted(Guarded guarded, int reached) {}

    private final Transactions transactions;
    private final GuardStore store;
    private final Clock clock;
    private final Backoff source;

    SignInGuard(Transactions transactions, GuardStore store, Clock clock, SignInSettings settings) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
        this.source = new Backoff(settings.failuresPerSource(), Duration.ofSeconds(10), LONGEST_FOR_SOURCE);
    }

    /**
     * Counts an attempt, or refuses it.
     *
     * @param person whose e-mail it is; null when it is nobody's
     * @param browser token of the browser, when it sent one
     */
    Attempt enter(String email, @Nullable PersonId person, String address, @Nullable String browser) {
        return transactions.installation(() -> enter(guarded(email, person, address, browser)));
    }

    /** As {@link #enter}, for an account alone, whatever address the attempt comes from. */
    Attempt enter(String account) {
        return transactions.installation(() -> enter(List.of(new Guarded(hash("account", account), ACCOUNT, false))));
    }

    /** As {@link #enter}, for somebody whose password was right and who shows a further factor. */
    Attempt enterFactor(PersonId person, @Nullable String browser) {
        return transactions.installation(() -> {
            boolean familiar = browser != null && store.isFamiliar(person, hash("browser", browser));
            byte[] key =
                    familiar ? hash("factor in browser", person + " " + browser) : hash("factor", person.toString());
            return enter(List.of(new Guarded(key, ACCOUNT, false)));
        });
    }

    /** The attempt has succeeded: it was no failure. */
    void succeeded(Attempt attempt) {
        transactions.<Boolean>installation(() -> {
            Instant now = clock.instant();
            for (Counted counted : attempt.counted()) {
                if (counted.guarded().source()) {
                    store.giveBack(counted.guarded().key(), counted.reached(), now);
                } else {
                    store.forget(counted.guarded().key());
                }
            }
            store.forgetBefore(now.minus(Backoff.FORGOTTEN_AFTER));
            return true;
        });
    }

    /** The attempt says nothing: it was no failure, and those before it still are. */
    void giveBack(Attempt attempt) {
        transactions.<Boolean>installation(() -> {
            attempt.counted()
                    .forEach(counted -> store.giveBack(counted.guarded().key(), counted.reached(), clock.instant()));
            return true;
        });
    }

    /** Makes the browser a familiar one. Whoever knows only the password must not get there: each counts for itself. */
    void remember(PersonId person, String browser) {
        transactions.<Boolean>installation(() -> {
            store.remember(person, hash("browser", browser), clock.instant());
            return true;
        });
    }

    private Attempt enter(List<Guarded> guarded) {
        Instant now = clock.instant();
        List<Failures> before = guarded.stream().map(one -> locked(one, now)).toList();
        Duration pause = before.stream()
                .map(failures -> Duration.between(now, failures.blockedUntil()))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return pause.isZero() ? count(guarded, before, now) : new Attempt(List.of(), pause, 0);
    }

    private Attempt count(List<Guarded> guarded, List<Failures> before, Instant now) {
        List<Counted> counted = new ArrayList<>();
        int most = 0;
        for (int i = 0; i < guarded.size(); i++) {
            Failures after = guarded.get(i).backoff().after(before.get(i), now);
            store.save(guarded.get(i).key(), after);
            counted.add(new Counted(guarded.get(i), after.count()));
            most = guarded.get(i).source() ? most : after.count();
        }
        return new Attempt(counted, Duration.ZERO, most);
    }

    private List<Guarded> guarded(String email, @Nullable PersonId person, String address, @Nullable String browser) {
        if (person != null && browser != null && store.isFamiliar(person, hash("browser", browser))) {
            return List.of(new Guarded(hash("account in browser", person + " " + browser), ACCOUNT, false));
        }
        return Stream.of(
                        new Guarded(hash("account", email), ACCOUNT, false),
                        new Guarded(hash("source", address), source, true))
                .sorted(Comparator.comparing(Guarded::key, Arrays::compareUnsigned))
                .toList();
    }

    private Failures locked(Guarded guarded, Instant now) {
        store.reserve(guarded.key(), now);
        return store.lock(guarded.key()).orElseThrow();
    }

    static byte[] hash(String kind, String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((kind + ":" + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
