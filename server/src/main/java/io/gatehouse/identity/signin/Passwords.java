package io.gatehouse.identity.signin;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Service;

/** Sets and checks passwords. */
@Service
public final class Passwords {

    /** Fewest characters of a new password. */
    public static final int SHORTEST = 12;

    /** Most characters of a password. */
    public static final int LONGEST = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;

    private final Transactions transactions;
    private final CredentialStore store;
    private final Argon2PasswordEncoder encoder;
    private final Semaphore turns;
    private final String nobodysHash;

    Passwords(Transactions transactions, CredentialStore store, PasswordSettings settings) {
        this.transactions = transactions;
        this.store = store;
        this.encoder = new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, PARALLELISM, (int) settings.memory().toKilobytes(), settings.iterations());
        this.turns = new Semaphore(settings.atOnce());
        this.nobodysHash = hash(UUID.randomUUID().toString());
    }

    /**
     * Checks a new password.
     *
     * @throws ProblemException naming the field when it is too short, too long or the person's e-mail
     */
    public static void check(String field, String password, String email) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw refused(field, "must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        if (password.toLowerCase(Locale.ROOT).contains(email.toLowerCase(Locale.ROOT))) {
            throw refused(field, "must not contain the e-mail address");
        }
        if (password.chars().distinct().count() < 4) {
            throw refused(field, "must have at least 4 different characters");
        }
    }

    /** Hashes outside of a transaction, since it is slow by intent; keep the result with {@link #keep}. */
    public String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /** Keeps a hash as the person's password. */
    public void keep(PersonId person, String hash) {
        transactions.<Boolean>installation(() -> {
            store.save(person, hash);
            return true;
        });
    }

    /** Whether that is the person's password. Takes as long for a person who does not exist. */
    public boolean matches(@Nullable PersonId person, String password) {
        @Nullable
        String kept = person == null ? null : transactions.<@Nullable String>installation(() -> store.find(person));
        boolean right = inTurn(() -> encoder.matches(password, kept == null ? nobodysHash : kept));
        if (right && person != null && kept != null && encoder.upgradeEncoding(kept)) {
            keep(person, hash(password));
        }
        return right && kept != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(
                CommonProblem.INVALID,
                "The password is not acceptable",
                List.of(new ProblemException.FieldError(field, message)));
    }
}
