package io.gatehouse.ledger.checkpoint;

import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Transactions;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The installation's keys that sign checkpoints, in versions. None is ever forgotten: old checkpoints need them. */
@Component
public final class LogKeys {

    private final Transactions transactions;
    private final LogKeyStore store;
    private final Sealer sealer;
    private final Clock clock;
    private final Map<Integer, LogKey> opened = new ConcurrentHashMap<>();

    LogKeys(Transactions transactions, LogKeyStore store, Sealer sealer, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** The version that new logs begin with, made at first need. */
    public int latest() {
        return transactions.installation(() -> {
            int latest = store.latest();
            return latest > 0 ? latest : makeFirst();
        });
    }

    /** To sign with. */
    public LogKey get(int version) {
        LogKey known = opened.get(version);
        return known != null ? known : transactions.installation(() -> open(version));
    }

    /** Verifier keys of a log that was first signed by that version, oldest first; later ones may not sign it yet. */
    public List<String> published(String origin, int first) {
        return transactions.installation(() -> store.from(first).stream()
                .map(row -> new VerifierKey(origin, row.type(), row.publicKey()).text())
                .toList());
    }

    /** Checks signatures of a log that was first signed by that version. */
    public NoteVerifier verifier(String origin, int first) {
        return new NoteVerifier(transactions.installation(() -> store.from(first)).stream()
                .map(row -> new VerifierKey(origin, row.type(), row.publicKey()))
                .toList());
    }

    /** Makes the next version. */
    int makeNext(PersonId maker) {
        return transactions.installation(() -> {
            store.lock();
            return make(store.latest() + 1, maker);
        });
    }

    private int makeFirst() {
        store.lock();
        int latest = store.latest();
        return latest > 0 ? latest : make(1, null);
    }

    private int make(int version, @Nullable PersonId maker) {
        for (SignatureType type : SignatureType.values()) {
            KeyPair pair = type.newKey();
            byte[] sealed =
                    sealer.seal(purpose(version, type), pair.getPrivate().getEncoded());
            store.insert(new LogKeyStore.Row(version, type, type.publicKey(pair), sealed, clock.instant()), maker);
        }
        return version;
    }

    private LogKey open(int version) {
        List<LogKey.Half> halves = store.from(version).stream()
                .filter(row -> row.version() == version)
                .map(row -> new LogKey.Half(
                        row.type(),
                        row.publicKey(),
                        row.type().privateKey(sealer.open(purpose(version, row.type()), row.sealed()))))
                .toList();
        LogKey key = new LogKey(halves);
        rememberOnceCommitted(version, key);
        return key;
    }

    /** A key that was made in a transaction which then failed does not exist. */
    private void rememberOnceCommitted(int version, LogKey key) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                opened.put(version, key);
            }
        });
    }

    private static String purpose(int version, SignatureType type) {
        return "ledger signing key " + version + " " + type;
    }
}
