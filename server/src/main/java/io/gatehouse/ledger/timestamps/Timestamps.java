package io.gatehouse.ledger.timestamps;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sha256;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.clock.ClockCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Time stamps over checkpoints. Nothing of it is told in the book: an entry for each would let a ledger that nobody uses grow
 * for ever, and a token proves itself.
 */
@Service
public final class Timestamps {

    private static final Logger LOG = LoggerFactory.getLogger(Timestamps.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final StampClient authority;
    private final Transactions transactions;
    private final TimestampStore store;
    private final ClockCheck clocks;
    private final Clock clock;

    Timestamps(StampClient authority, Transactions transactions, TimestampStore store, ClockCheck clocks, Clock clock) {
        this.authority = authority;
        this.transactions = transactions;
        this.store = store;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * The token over a checkpoint, fetched if there is none yet; nothing without an authority, or when it gives none within
     * seconds. Must not run in a transaction, which would stay open meanwhile.
     *
     * @param note the checkpoint with its signatures
     */
    public Optional<byte[]> token(OrganizationScope scope, long size, String note) {
        if (!authority.isOffered()) {
            return Optional.empty();
        }
        Optional<byte[]> kept = transactions.read(scope, () -> store.token(scope, size));
        return kept.isPresent() ? kept : fetched(scope, size, note);
    }

    /** Fetches a token and keeps it; nothing when that fails, which is noted unless this server's clock is to blame. */
    Optional<byte[]> fetched(OrganizationScope scope, long size, String note) {
        try {
            Stamp stamp = authority.stamp(scope.organization(), Sha256.of(text(note)));
            transactions.write(scope, () -> store.insert(scope, size, stamp, clock.instant()));
            return Optional.of(stamp.token());
        } catch (StampException e) {
            LOG.warn("The checkpoint {} of {} has no time stamp: {}", size, scope.organization(), e.getMessage());
            if (clocks.measure()) {
                String detail = String.valueOf(e.getMessage());
                transactions.write(scope, () -> store.fail(scope, detail, clock.instant(), FIRST_PAUSE, LONGEST_PAUSE));
            }
            return Optional.empty();
        }
    }

    TimestampView view(OrganizationScope scope) {
        return transactions.read(
                scope,
                () -> new TimestampView(
                        authority.isOffered(),
                        store.newest(scope).orElse(null),
                        store.failure(scope).orElse(null)));
    }

    /** What is stamped: the note without its signatures, which are no part of what the log claims. */
    private static String text(String note) {
        return note.substring(0, note.indexOf("\n\n") + 1);
    }
}
