package io.gatehouse.ledger.witness;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.log.LogExcerpts;
import io.gatehouse.ledger.log.LogGrowth;
import io.gatehouse.ledger.watch.WitnessAlarms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Service;

/** Asks witnesses, and keeps what they say. */
@Service
public final class Cosigning {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 6;

    private final Transactions transactions;
    private final WitnessStore store;
    private final Conversation conversation;
    private final WitnessAlarms alarms;
    private final LogGrowth log;
    private final LogExcerpts excerpts;
    private final Clock clock;

    Cosigning(
            Transactions transactions,
            WitnessStore store,
            Conversation conversation,
            WitnessAlarms alarms,
            LogGrowth log,
            LogExcerpts excerpts,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.conversation = conversation;
        this.alarms = alarms;
        this.log = log;
        this.excerpts = excerpts;
        this.clock = clock;
    }

    /** Whether the organization demands witnesses. */
    public boolean isDemanded(OrganizationScope scope) {
        return transactions.read(scope, () -> store.needed(scope)) > 0;
    }

    /**
     * Has everything cosigned that is in the tree now, by as many witnesses as are demanded. Each is asked once, and has the
     * time that any call to others has.
     *
     * @throws ProblemException when too few cosign; it says what each of the others said
     */
    public void demand(OrganizationScope scope) {
        long size = transactions.read(scope, () -> log.size(scope));
        List<String> silent = askAll(scope);
        boolean isReached = transactions
                .read(scope, () -> excerpts.head(scope))
                .filter(head -> head.size() >= size)
                .isPresent();
        if (!isReached) {
            throw CommonProblem.CONFLICT.because("Not as many witnesses as the policy demands cosigned the ledger now. "
                    + String.join(". ", silent));
        }
    }

    /** Asks a witness, whenever it was asked last. */
    Said ask(OrganizationScope scope, Witness witness) {
        Said said = conversation.ask(scope, witness);
        switch (said.outcome()) {
            case COSIGNED -> transactions.write(scope, () -> store.keep(scope, witness.id(), said, clock.instant()));
            // It says nothing of the witness.
            case NOTHING_TO_COSIGN, BUSY -> {}
            default ->
                transactions.write(scope, () -> store.fail(scope, witness.id(), said, clock.instant(), next(witness)));
        }
        String detail = "Witness " + witness.name() + ": " + said.detail();
        switch (said.outcome()) {
            case AHEAD -> alarms.ahead(scope, witness.id(), detail);
            case DISAGREES -> alarms.disagrees(scope, witness.id(), detail);
            default -> {}
        }
        return said;
    }

    /** All at once; answers what those said who did not cosign. */
    private List<String> askAll(OrganizationScope scope) {
        List<Witness> witnesses = transactions.read(scope, () -> store.list(scope)).stream()
                .map(WitnessStore.Standing::witness)
                .toList();
        List<Future<Said>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            witnesses.forEach(witness -> answers.add(threads.submit(() -> ask(scope, witness))));
        }
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < witnesses.size(); i++) {
            Said said = answers.get(i).resultNow();
            if (!said.isCosigned()) {
                silent.add(witnesses.get(i).name() + ": " + said.detail());
            }
        }
        return silent;
    }

    private Instant next(Witness witness) {
        Duration pause = Duration.ofMinutes(1).multipliedBy(1L << Math.min(witness.failures(), MOST_DOUBLINGS));
        return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
