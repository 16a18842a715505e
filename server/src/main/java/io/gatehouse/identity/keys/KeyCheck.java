package io.gatehouse.identity.keys;

import io.gatehouse.identity.ProgramProblem;
import io.gatehouse.identity.session.Program;
import io.gatehouse.identity.signin.KeyGuard;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds out which program shows a key. Reads key and account anew each time, so that nothing outlives its end. */
@Service
public final class KeyCheck {

    private static final byte[] NOBODYS = new byte[32];

    private final Transactions transactions;
    private final ApiKeyStore store;
    private final KeyGuard guard;
    private final KeySettings settings;
    private final Clock clock;

    KeyCheck(Transactions transactions, ApiKeyStore store, KeyGuard guard, KeySettings settings, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The program that showed the key.
     *
     * @param address from which it calls
     * @throws ProblemException when the key opens nothing; why, is told to whoever holds it wholly
     */
    public Program program(String text, String address) {
        Instant now = clock.instant();
        KnownKey key =
                KeyText.parse(text).flatMap(this::holding).orElseThrow(() -> refused(address, "There is no such key"));
        key.refusal(address, now).ifPresent(why -> {
            throw refused(address, why);
        });
        if (key.isUseUnknown(address, now)) {
            transactions.<Boolean>installation(() -> {
                store.used(key.organization(), key.id(), address, now);
                return true;
            });
        }
        return new Program(key.scope(), key.permissions());
    }

    private Optional<KnownKey> holding(KeyText shown) {
        Optional<KnownKey> known = transactions.installation(() -> store.known(shown.publicId()));
        byte[] kept = known.map(KnownKey::secretHash).orElse(NOBODYS);
        return MessageDigest.isEqual(kept, shown.hash()) ? known : Optional.empty();
    }

    private ProblemException refused(String address, String why) {
        Duration pause = guard.failed(address, settings.failuresPerSource());
        return pause.isZero()
                ? ProgramProblem.KEY_REFUSED.because(why)
                : CommonProblem.TOO_MANY_ATTEMPTS.because(
                        "Too many keys from this address were refused: wait " + pause.toSeconds() + " seconds");
    }
}
