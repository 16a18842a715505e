package io.gatehouse.identity.signin;

import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Service;

/** Sets and checks passwords. */
@Service
public final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;

    private final Transactions transactions;
    private final CredentialStore store;
    private final Argon2PasswordEncoder encoder;
    private final HashQueue queue;
    private final String nobodysHash;

    Passwords(Transactions transactions, CredentialStore store, PasswordSettings settings) {
        this.transactions = transactions;
        this.store = store;
        this.encoder = new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, PARALLELISM, (int) settings.memory().toKilobytes(), settings.iterations());
        this.queue = new HashQueue(settings.atOnce(), settings.waiting());
        this.nobodysHash = hash(UUID.randomUUID().toString());
    }

    /** Hashes outside of a transaction, since it is slow by intent; keep the result with {@link #keep}. */
    public String hash(String password) {
        return admit(() -> encode(password));
    }

    /**
     * Runs an attempt that will check a password.
     *
     * @throws io.gatehouse.kernel.ProblemException at once when too many wait already
     */
    <T> T admit(Supplier<T> attempt) {
        return queue.admit(attempt);
    }

    /** Whether the person has a password at all. */
    public boolean has(PersonId person) {
        return transactions.<Boolean>installation(() -> store.find(person) != null);
    }

    /** Keeps a hash as the person's password. */
    public void keep(PersonId person, String hash) {
        transactions.<Boolean>installation(() -> {
            store.save(person, hash);
            return true;
        });
    }

    /** Whether that is the person's password, within {@link #admit}. Takes as long for a person who does not exist. */
    boolean matches(@Nullable PersonId person, String password) {
        @Nullable
        String kept = person == null ? null : transactions.<@Nullable String>installation(() -> store.find(person));
        boolean right = queue.inTurn(() -> encoder.matches(password, kept == null ? nobodysHash : kept));
        if (right && person != null && kept != null && encoder.upgradeEncoding(kept)) {
            keep(person, encode(password));
        }
        return right && kept != null;
    }

    private String encode(String password) {
        return queue.inTurn(() -> encoder.encode(password));
    }
}
