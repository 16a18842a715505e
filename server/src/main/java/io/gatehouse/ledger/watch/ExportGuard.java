package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets nobody take away as proven what is in doubt. */
@Component
public final class ExportGuard {

    private final Transactions transactions;
    private final AlarmStore store;

    ExportGuard(Transactions transactions, AlarmStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** @throws ProblemException while an alarm about the book is open; it names the alarm */
    public void check(OrganizationScope scope) {
        open(scope).ifPresent(alarm -> {
            throw CommonProblem.CONFLICT.because("The ledger does not match its tree: " + alarm.detail()
                    + " (alarm " + alarm.id()
                    + "). Nothing is exported or proven until an administrator acknowledges that");
        });
    }

    /** Whether an alarm about the book is open. */
    public boolean isInDoubt(OrganizationScope scope) {
        return open(scope).isPresent();
    }

    private Optional<Alarm> open(OrganizationScope scope) {
        return transactions.read(scope, () -> store.list(scope, 1)).stream()
                .filter(alarm -> alarm.acknowledgedAt() == null)
                .findFirst();
    }
}
