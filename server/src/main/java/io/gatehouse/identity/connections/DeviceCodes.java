package io.gatehouse.identity.connections;

import io.gatehouse.identity.signin.CodeGuard;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Sha256;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps what programs ask for until a person has decided or ten minutes are over. */
@Service
public final class DeviceCodes {

    /** So long somebody has to type the short code. */
    public static final Duration LAST = Duration.ofMinutes(10);

    private static final int MOST_OF_AN_ADDRESS = 50;
    private static final int SLOWER_BY = 5;

    private final Transactions transactions;
    private final DeviceCodeStore store;
    private final CodeGuard guard;
    private final Clock clock;

    DeviceCodes(Transactions transactions, DeviceCodeStore store, CodeGuard guard, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.guard = guard;
        this.clock = clock;
    }

    /** How a code stands that a program asks about. */
    public enum State {
        UNKNOWN,
        OVER,
        TOO_FAST,
        UNDECIDED,
        DENIED,
        ALLOWED
    }

    /**
     * What a program hears that asks about its code.
     *
     * @param connection that was allowed; null in every other state
     */
    public record Answer(State state, @Nullable UUID connection) {}

    /**
     * Keeps a program's wish; false when its address has too many open.
     *
     * @param claimedName that the program gives itself
     * @param permissions that it asks for; none leaves that to the person
     */
    public boolean ask(
            String deviceCode,
            String userCode,
            @Nullable String claimedName,
            Collection<Permission> permissions,
            String address) {
        return transactions.installation(() -> {
            Instant now = clock.instant();
            store.deleteBefore(now);
            if (store.count(address) >= MOST_OF_AN_ADDRESS) {
                return false;
            }
            DeviceCode code = new DeviceCode(
                    Sha256.of(deviceCode),
                    ProgramName.of(claimedName),
                    permissions.stream().sorted().toList(),
                    address,
                    now,
                    now.plus(LAST),
                    null,
                    SLOWER_BY,
                    false,
                    null);
            store.insert(code, hash(userCode));
            return true;
        });
    }

    /** Answers a program that waits; whoever asks too fast must wait longer from then on. */
    public Answer poll(String deviceCode) {
        return transactions.installation(
                () -> store.lock(Sha256.of(deviceCode)).map(this::answer).orElse(new Answer(State.UNKNOWN, null)));
    }

    private Answer answer(DeviceCode code) {
        Instant now = clock.instant();
        if (!code.expiresAt().isAfter(now)) {
            return new Answer(State.OVER, null);
        }
        if (code.denied() || code.connection() != null) {
            return new Answer(code.denied() ? State.DENIED : State.ALLOWED, code.connection());
        }
        boolean early = code.isPolledEarly(now);
        store.polled(code.deviceHash(), now, code.waitSeconds() + (early ? SLOWER_BY : 0));
        return new Answer(early ? State.TOO_FAST : State.UNDECIDED, null);
    }

    /** The undecided wish behind a short code, in the caller's open transaction, for nobody else to decide meanwhile. */
    DeviceCode undecided(PersonId person, String userCode) {
        return find(person, userCode)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because(
                        "No program waits under this code: it is wrong, used or too old"));
    }

    void deny(PersonId person, String userCode) {
        DeviceCode code = undecided(person, userCode);
        transactions.<Boolean>installation(() -> {
            store.deny(code.deviceHash());
            return true;
        });
    }

    private Optional<DeviceCode> find(PersonId person, String userCode) {
        return guard.attempt(
                person, () -> store.lockByUserCode(hash(userCode)).filter(code -> code.isUndecided(clock.instant())));
    }

    /** As people type them: in either case, with or without the hyphen. */
    private static byte[] hash(String userCode) {
        return Sha256.of(userCode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
