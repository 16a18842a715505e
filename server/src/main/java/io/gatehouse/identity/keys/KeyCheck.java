package io.gatehouse.identity.keys;

import io.gatehouse.identity.ProgramProblem;
import io.gatehouse.identity.session.Program;
import io.gatehouse.identity.signin.KeyGuard;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
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
        KnownKey key =
                KeyText.parse(text).flatMap(this::holding).orElseThrow(() -> refused(address, "There is no such key"));
        return program(key, address, key.permissions());
    }

    /**
     * The program whose key got it a token.
     *
     * @param beginning of the key's text
     * @param limit what the token allows at most
     * @throws ProblemException as {@link #program(String, String)}: a token is worth no more than its key is now
     */
    public Program program(String beginning, Set<Permission> limit, String address) {
        KnownKey key = KeyText.publicId(beginning)
                .flatMap(this::known)
                .orElseThrow(() -> ProgramProblem.KEY_REFUSED.because("There is no such key any more"));
        Set<Permission> permissions = EnumSet.copyOf(key.permissions());
        permissions.removeIf(permission -> permission != Permission.ORGANIZATION_READ && !limit.contains(permission));
        return program(key, address, permissions);
    }

    /** The key as a client of OAuth 2; empty when it opens nothing from there. */
    public Optional<KeyClient> client(String beginning, String address) {
        return KeyText.publicId(beginning)
                .flatMap(this::known)
                .filter(key -> key.refusal(address, clock.instant()).isEmpty())
                .map(key -> new KeyClient(
                        beginning, HexFormat.of().formatHex(key.secretHash()), key.permissions(), key.expiresAt()));
    }

    /** Whether the text is the key whose hash is kept so, in {@link KeyClient#secretHash}. */
    public static boolean matches(CharSequence text, String secretHash) {
        byte[] shown = KeyText.parse(text.toString()).map(KeyText::hash).orElse(NOBODYS);
        return MessageDigest.isEqual(HexFormat.of().parseHex(secretHash), shown);
    }

    /** Counts what nobody was ever given, and says so. Who holds a key that ended is told, and guesses nothing. */
    public ProblemException refused(String address, String why) {
        Duration pause = guard.failed(address, settings.failuresPerSource());
        return pause.isZero()
                ? ProgramProblem.KEY_REFUSED.because(why)
                : CommonProblem.TOO_MANY_ATTEMPTS.because(
                        "Too many keys from this address were refused: wait " + pause.toSeconds() + " seconds");
    }

    private Program program(KnownKey key, String address, Set<Permission> permissions) {
        Instant now = clock.instant();
        key.refusal(address, now).ifPresent(why -> {
            throw ProgramProblem.KEY_REFUSED.because(why);
        });
        if (key.isUseUnknown(address, now)) {
            transactions.<Boolean>installation(() -> {
                store.used(key.organization(), key.id(), address, now);
                return true;
            });
        }
        return new Program(key.scope(), permissions);
    }

    private Optional<KnownKey> holding(KeyText shown) {
        Optional<KnownKey> known = known(shown.publicId());
        byte[] kept = known.map(KnownKey::secretHash).orElse(NOBODYS);
        return MessageDigest.isEqual(kept, shown.hash()) ? known : Optional.empty();
    }

    private Optional<KnownKey> known(String publicId) {
        return transactions.installation(() -> store.known(publicId));
    }
}
