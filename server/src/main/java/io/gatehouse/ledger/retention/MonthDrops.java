package io.gatehouse.ledger.retention;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Drops what is past its time, a class and month in one transaction: the orders in the book, the rows and the key. The
 * database checks each again: see {@code ledger.drop_month}.
 */
@Component
final class MonthDrops {

    private static final Logger LOG = LoggerFactory.getLogger(MonthDrops.class);

    /** Ranges in one order: an entry has 64 KiB. */
    private static final int RANGES = 1_000;

    private final Transactions transactions;
    private final RetentionStore store;
    private final Ledger ledger;

    MonthDrops(Transactions transactions, RetentionStore store, Ledger ledger) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
    }

    void drop(OrganizationId organization) {
        OrganizationScope scope = OrganizationScope.system(organization);
        for (RetentionStore.Due due : transactions.read(scope, () -> store.due(scope))) {
            transactions.write(scope, () -> drop(scope, due));
        }
    }

    private void drop(OrganizationScope scope, RetentionStore.Due due) {
        store.lock();
        if (!store.due(scope).contains(due)) {
            return;
        }
        List<Optional<Long>> indexes = store.indexes(scope, due);
        if (indexes.stream().anyMatch(Optional::isEmpty)) {
            LOG.info("{} of {} waits until the tree has all of it", due.name(), due.month());
            return;
        }
        ledger.append(
                scope,
                IndexRange.of(indexes.stream().flatMap(Optional::stream).toList()).stream()
                        .gather(Gatherers.windowFixed(RANGES))
                        .map(ranges -> order(scope, due, ranges))
                        .toList());
        store.drop(due);
    }

    private static NewEntry order(OrganizationScope scope, RetentionStore.Due due, List<IndexRange> ranges) {
        return NewEntry.of("ledger.drop", "ledger", scope.organization(), due.name() + " of " + due.month())
                .change(
                        null,
                        Map.of(
                                "class", due.name(),
                                "month", due.month().toString(),
                                "count",
                                        ranges.stream()
                                                .mapToLong(IndexRange::count)
                                                .sum(),
                                "ranges",
                                        ranges.stream().map(IndexRange::bounds).toList()));
    }
}
