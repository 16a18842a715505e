package io.gatehouse.ledger.export;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.log.LogExcerpts;
import io.gatehouse.ledger.watch.ExportAlarms;
import io.gatehouse.ledger.witness.Cosigning;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds a moment at which a checkpoint covers what the rows show. */
@Component
final class SealedMoments {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Transactions transactions;
    private final ExportStore store;
    private final LogExcerpts log;
    private final Cosigning cosigning;
    private final ExportAlarms alarms;

    SealedMoments(
            Transactions transactions, ExportStore store, LogExcerpts log, Cosigning cosigning, ExportAlarms alarms) {
        this.transactions = transactions;
        this.store = store;
        this.log = log;
        this.cosigning = cosigning;
        this.alarms = alarms;
    }

    /**
     * Has witnesses cosign what is in the tree, where the organization demands it.
     *
     * @return the size of the tree that can be shown now
     */
    long prepare(OrganizationScope scope) {
        witnessed(scope);
        return await(scope, false, LogExcerpts.Head::size);
    }

    /**
     * Reads at such a moment, all of it in one snapshot. Waits a little for entries that are in no tree yet; without them if
     * there are always some. Under a policy that demands witnesses it is one that they cosigned.
     */
    <T> T read(OrganizationScope scope, boolean withheld, Function<Moment, T> work) {
        return await(scope, true, head -> work.apply(moment(scope, withheld, head)));
    }

    /** @param complete whether to wait for entries that are in no tree yet */
    private <T> T await(OrganizationScope scope, boolean complete, Function<LogExcerpts.Head, T> work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean last = System.nanoTime() > end;
            Optional<T> read = transactions.snapshot(
                    scope, () -> head(scope, complete && !last).map(work));
            if (read.isPresent()) {
                return read.get();
            }
            if (last) {
                throw CommonProblem.CONFLICT.because(
                        "The ledger is not in its tree yet, or an order to erase or to drop is"
                                + " not; it gets there within seconds");
            }
            pause();
        }
    }

    /** A value that is gone, whose order no checkpoint covers yet, could not be accounted for. */
    private Optional<LogExcerpts.Head> head(OrganizationScope scope, boolean complete) {
        ExportStore.Waiting waiting = store.waiting(scope);
        return waiting.forgetting() || (waiting.any() && complete)
                ? Optional.empty()
                : log.head(scope).filter(head -> !store.isForgettingAfter(scope, head.size()));
    }

    /** Waits a little until all entries are in the tree, and has witnesses cosign that, where the organization demands it. */
    private void witnessed(OrganizationScope scope) {
        if (!cosigning.isDemanded(scope)) {
            return;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end
                && transactions.read(scope, () -> store.waiting(scope)).any()) {
            pause();
        }
        cosigning.demand(scope);
    }

    private Moment moment(OrganizationScope scope, boolean withheld, LogExcerpts.Head head) {
        return new Moment(
                scope, head, new Orders(store.orders(scope, head.size())), withheld, alarms.acknowledged(scope));
    }

    /** The sequencer may be another node's, so nothing here hears when it is done. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
