package io.gatehouse.santa.sync.history;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the syncs of a device that carried rules, latest first. */
@Component
public class SyncHistory {

    private final Transactions transactions;
    private final SyncHistoryStore store;

    SyncHistory(Transactions transactions, SyncHistoryStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** A page of the device's syncs; one that runs comes first. */
    public Page<SyncSession> list(OrganizationScope scope, UUID device, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        return transactions.read(scope, () -> {
            if (!store.exists(scope, device)) {
                throw CommonProblem.NOT_FOUND.because("There is no device " + device);
            }
            List<SyncSession> sessions = new ArrayList<>();
            if (after == null) {
                store.running(scope, device).ifPresent(sessions::add);
            }
            sessions.addAll(store.ended(scope, device, after, limit + 1 - sessions.size()));
            return Page.of(sessions, limit, session -> Cursor.of(session.startedAt(), session.id()));
        });
    }

    /** The device's latest sync that carried rules. */
    public Optional<SyncSession> last(OrganizationScope scope, UUID device) {
        return transactions.read(
                scope,
                () -> store.running(scope, device)
                        .or(() -> store.ended(scope, device, null, 1).stream().findFirst()));
    }
}
