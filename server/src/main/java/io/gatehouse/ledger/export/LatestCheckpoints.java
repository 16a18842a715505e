package io.gatehouse.ledger.export;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Checkpoints;
import io.gatehouse.ledger.log.LogExcerpts;
import io.gatehouse.ledger.watch.ExportGuard;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells checkpoints, and whether they are in doubt. */
@Component
final class LatestCheckpoints implements Checkpoints {

    private final Transactions transactions;
    private final LogExcerpts log;
    private final ExportGuard guard;

    LatestCheckpoints(Transactions transactions, LogExcerpts log, ExportGuard guard) {
        this.transactions = transactions;
        this.log = log;
        this.guard = guard;
    }

    @Override
    public Optional<Latest> latest(OrganizationScope scope) {
        boolean inDoubt = guard.isInDoubt(scope);
        return transactions
                .read(scope, () -> log.head(scope))
                .map(head -> new Latest(head.size(), head.note(), inDoubt));
    }
}
