package io.gatehouse.santa.sync.history;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An admin's wish that a Mac drops its rules and takes all anew. Unsent events are lost on most Macs by that. */
@Component
class CleanSyncs {

    /** How thoroughly. */
    enum Kind {
        /** All rules but the transitive ones. */
        CLEAN,
        /** Every rule. */
        CLEAN_ALL
    }

    private static final int LONGEST_REASON = 500;

    private final Transactions transactions;
    private final SyncHistoryStore store;
    private final Ledger ledger;

    CleanSyncs(Transactions transactions, SyncHistoryStore store, Ledger ledger) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
    }

    void request(OrganizationScope scope, UUID device, Kind kind, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw CommonProblem.INVALID.because("reason must be 1 to " + LONGEST_REASON + " characters");
        }
        change(scope, device, kind.name(), "device.request-clean-sync", reason.strip());
    }

    void withdraw(OrganizationScope scope, UUID device) {
        change(scope, device, null, "device.withdraw-clean-sync", null);
    }

    private void change(
            OrganizationScope scope, UUID device, @Nullable String kind, String action, @Nullable String reason) {
        transactions.write(scope, () -> {
            String name = store.name(scope, device)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no device " + device));
            String before = store.cleanRequested(scope, device);
            if (Objects.equals(before, kind)) {
                return;
            }
            store.requestClean(scope, device, kind);
            ledger.append(
                    scope,
                    NewEntry.of(action, "device", device, name).because(reason).change(wish(before), wish(kind)));
        });
    }

    private static Map<String, @Nullable Object> wish(@Nullable String kind) {
        Map<String, @Nullable Object> wish = new HashMap<>();
        wish.put("cleanSyncRequested", kind);
        return wish;
    }
}
