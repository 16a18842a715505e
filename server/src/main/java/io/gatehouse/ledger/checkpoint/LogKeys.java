package io.gatehouse.ledger.checkpoint;

import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Transactions;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The installation's keys that sign checkpoints, in versions. None is ever forgotten: old checkpoints need them. */
@Component
public final class LogKeys {

    private final Transactions transactions;
    private final LogKeyStore store;
    private final KeyProofs proofs;
    private final Sealer sealer;
    private final Clock clock;

    LogKeys(Transactions transactions, LogKeyStore store, KeyProofs proofs, Sealer sealer, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.proofs = proofs;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** All versions that count; the first is made at first need. */
    public ProvenKeys proven() {
        return transactions.installation(() -> {
            ProvenKeys proven = proofs.of(store.all());
            return proven.latest() > 0 ? proven : makeFirst();
        });
    }

    /** Verifier keys of a log that was first signed by that version, oldest first; later ones may not sign it yet. */
    public List<String> published(String origin, int first) {
        return proven().of(origin, first).stream().map(VerifierKey::text).toList();
    }

    /** Checks signatures of a log that was first signed by that version. */
    public NoteVerifier verifier(String origin, int first) {
        return proven().verifier(origin, first);
    }

    /** Versions in the table that this installation did not make, or that were changed; nothing uses them. */
    public Set<Integer> refused() {
        return proofs.refused();
    }

    /** Makes the next version. */
    int makeNext(PersonId maker) {
        return transactions.installation(() -> {
            store.lock();
            return make(proofs.of(store.all()).latest() + 1, maker);
        });
    }

    private ProvenKeys makeFirst() {
        store.lock();
        ProvenKeys proven = proofs.of(store.all());
        if (proven.latest() == 0) {
            make(1, null);
            proven = proofs.of(store.all());
        }
        return proven;
    }

    /** Makes that version, or the next one whose number nobody has taken. */
    private int make(int wanted, @Nullable PersonId maker) {
        int version = wanted;
        while (store.exists(version)) {
            version++;
        }
        for (SignatureType type : SignatureType.values()) {
            KeyPair pair = type.newKey();
            byte[] sealed = sealer.seal(
                    KeyProofs.purpose(version, type), pair.getPrivate().getEncoded());
            store.insert(new LogKeyStore.Row(version, type, type.publicKey(pair), sealed, clock.instant()), maker);
        }
        return version;
    }
}
