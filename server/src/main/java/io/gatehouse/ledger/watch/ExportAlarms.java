package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Raises an alarm where an export met what must not be. */
@Component
public final class ExportAlarms {

    private final Transactions transactions;
    private final Alarms alarms;
    private final AlarmStore store;

    ExportAlarms(Transactions transactions, Alarms alarms, AlarmStore store) {
        this.transactions = transactions;
        this.alarms = alarms;
        this.store = store;
    }

    /** In a transaction of its own: the one that met it is undone. */
    public void raise(OrganizationScope scope, MismatchException met) {
        transactions.write(scope, () -> alarms.raise(scope, List.of(met.mismatch())));
    }

    /** Entries that were changed and that an administrator has answered for. Reads in the open transaction. */
    public Set<Long> acknowledged(OrganizationScope scope) {
        return store.acknowledgedEntries(scope);
    }
}
