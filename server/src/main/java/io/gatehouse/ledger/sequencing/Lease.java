package io.gatehouse.ledger.sequencing;

import io.gatehouse.kernel.Transactions;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/** One node's claim to be the sequencer. Its token proves the claim at each batch, see {@link Sequencer}. */
final class Lease {

    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final Duration PROLONGED_AFTER = Duration.ofSeconds(3);

    private final Transactions transactions;
    private final LeaseStore store;
    private final UUID node = UUID.randomUUID();
    private OptionalLong token = OptionalLong.empty();
    private long takenAt;

    Lease(Transactions transactions, LeaseStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** The token; nothing while another node holds the lease. Asks the database every few seconds only. */
    OptionalLong token() {
        if (token.isEmpty() || System.nanoTime() - takenAt > PROLONGED_AFTER.toNanos()) {
            token = transactions.installation(() -> store.take(node, LENGTH));
            takenAt = System.nanoTime();
        }
        return token;
    }

    /** Forgets the token, which has turned out not to be the latest. */
    void lost() {
        token = OptionalLong.empty();
    }

    /** Lets another node take over at once. */
    void release() {
        token = OptionalLong.empty();
        transactions.installation(() -> {
            store.release(node);
            return true;
        });
    }
}
