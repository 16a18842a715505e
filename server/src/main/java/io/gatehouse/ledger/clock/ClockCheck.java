package io.gatehouse.ledger.clock;

import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.LedgerProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares this node's clock with the database's, which all nodes share. An entry or a checkpoint with a wrong time can never
 * be put right: whoever checks the book refuses it for ever.
 */
@Component
public final class ClockCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

    private final ClockSettings settings;
    private final Transactions transactions;
    private final ClockStore store;
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    ClockCheck(ClockSettings settings, Transactions transactions, ClockStore store, Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** Looks at both clocks; whether they agree. */
    public boolean measure() {
        boolean agreed = agrees();
        // The answer's way takes time: what lies within it is no difference.
        Instant before = clock.instant();
        Instant there = transactions.installation(store::now);
        Instant after = clock.instant();
        ahead = before.isAfter(there)
                ? Duration.between(there, before)
                : after.isBefore(there) ? Duration.between(there, after) : Duration.ZERO;
        if (agreed && !agrees()) {
            LOG.error("{}: nothing is written into the ledger or sealed here until they agree", description());
        }
        return agrees();
    }

    /** Whether the clocks agreed when they were looked at last. */
    public boolean agrees() {
        return ahead.abs().compareTo(settings.tolerance()) <= 0;
    }

    /** By how much this node's clock was ahead of the database's. */
    public Duration ahead() {
        return ahead;
    }

    /** @throws io.gatehouse.kernel.ProblemException when the clocks did not agree */
    public void require() {
        if (!agrees()) {
            throw LedgerProblem.CLOCK_WRONG.because(description()
                    + "; the ledger would be refused for ever. Set the clocks right, for instance by NTP");
        }
    }

    private String description() {
        return "The clock of this server is " + ahead.toSeconds() + " seconds ahead of the database's, of "
                + settings.tolerance().toSeconds() + " allowed either way";
    }
}
