package io.gatehouse.ledger.witness;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.checkpoint.CosignerKey;
import io.gatehouse.ledger.checkpoint.LogKeys;
import io.gatehouse.ledger.log.LogGrowth;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which witnesses an organization has, and how many of them it demands. */
@Service
final class Witnesses {

    static final int MOST = 10;

    private final Transactions transactions;
    private final WitnessStore store;
    private final LogGrowth log;
    private final LogKeys keys;
    private final Cosigning cosigning;
    private final Ledger ledger;
    private final Clock clock;

    Witnesses(
            Transactions transactions,
            WitnessStore store,
            LogGrowth log,
            LogKeys keys,
            Cosigning cosigning,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.log = log;
        this.keys = keys;
        this.cosigning = cosigning;
        this.ledger = ledger;
        this.clock = clock;
    }

    WitnessView view(OrganizationScope scope) {
        return transactions.read(
                scope,
                () -> new WitnessView(
                        store.needed(scope),
                        log.size(scope),
                        store.list(scope).stream().map(Witnesses::one).toList()));
    }

    WitnessView add(OrganizationScope scope, WitnessDraft draft) {
        Witness witness = draft.read();
        transactions.write(scope, () -> {
            store.lock(scope);
            check(witness, store.list(scope));
            store.insert(scope, witness, clock.instant());
            ledger.append(scope, entry("ledger.add-witness", witness).change(null, fields(witness)));
        });
        return view(scope);
    }

    void remove(OrganizationScope scope, UUID id) {
        transactions.write(scope, () -> {
            store.lock(scope);
            Witness witness = find(scope, id);
            int left = store.list(scope).size() - 1;
            if (left < store.needed(scope)) {
                throw CommonProblem.CONFLICT.because("The policy demands " + store.needed(scope)
                        + " witnesses, and only " + left + " would be left: demand fewer first");
            }
            store.remove(scope, id, clock.instant());
            ledger.append(scope, entry("ledger.remove-witness", witness).change(fields(witness), null));
        });
    }

    WitnessView need(OrganizationScope scope, @Nullable Integer needed) {
        transactions.write(scope, () -> {
            store.lock(scope);
            int most = store.list(scope).size();
            if (needed == null || needed < 0 || needed > most) {
                throw ProblemException.invalid(
                        "needed", "must be 0 to " + most + ", as many as there are witnesses; 0 demands none");
            }
            int before = store.needed(scope);
            if (before != needed) {
                store.need(scope, needed);
                ledger.append(
                        scope,
                        NewEntry.of("ledger.change-witness-policy", "ledger", scope.organization(), "Ledger")
                                .change(Map.of("needed", before), Map.of("needed", needed)));
            }
        });
        return view(scope);
    }

    WitnessView.WitnessAnswer test(OrganizationScope scope, UUID id) {
        Said said = cosigning.ask(scope, transactions.read(scope, () -> find(scope, id)));
        return new WitnessView.WitnessAnswer(said.outcome(), said.detail());
    }

    /** What whoever verifies gives to the verifier. */
    String policy(OrganizationScope scope) {
        List<String> logKeys = transactions
                .read(scope, () -> log.name(scope))
                .map(name -> keys.published(name.origin(), name.firstKey()))
                .orElse(List.of());
        return transactions.read(
                scope,
                () -> PolicyText.of(
                        logKeys,
                        store.needed(scope),
                        store.list(scope).stream()
                                .map(WitnessStore.Standing::witness)
                                .toList()));
    }

    private Witness find(OrganizationScope scope, UUID id) {
        return store.find(scope, id)
                .map(WitnessStore.Standing::witness)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such witness"));
    }

    private static void check(Witness witness, List<WitnessStore.Standing> others) {
        if (others.size() >= MOST) {
            throw CommonProblem.CONFLICT.because("A ledger has at most " + MOST + " witnesses");
        }
        for (WitnessStore.Standing other : others) {
            if (other.witness().name().equals(witness.name())) {
                throw ProblemException.invalid("name", "must not be that of another witness");
            }
            // Otherwise one witness would count twice.
            if (witness.keys().stream()
                    .anyMatch(key -> other.witness().keys().stream().anyMatch(key::isSameAs))) {
                throw ProblemException.invalid(
                        "keys", "must not be those of " + other.witness().name());
            }
        }
    }

    private static NewEntry entry(String action, Witness witness) {
        return NewEntry.of(action, "witness", witness.id(), witness.name());
    }

    private static Map<String, @Nullable Object> fields(Witness witness) {
        return Map.of(
                "url",
                witness.url().toString(),
                "keys",
                witness.keys().stream().map(CosignerKey::text).toList());
    }

    private static WitnessView.AskedWitness one(WitnessStore.Standing standing) {
        Witness witness = standing.witness();
        return new WitnessView.AskedWitness(
                witness.id(),
                witness.name(),
                witness.url().toString(),
                witness.keys().stream().map(CosignerKey::text).toList(),
                witness.size(),
                standing.cosignedAt(),
                standing.outcome(),
                standing.detail(),
                standing.saidAt());
    }
}
