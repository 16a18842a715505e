package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.AlarmRaised;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Alarms about the book: raised once, and open until an administrator answers for them. */
@Service
final class Alarms {

    /** Nobody reads more of them; whoever has answered for these hears of the next. */
    static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final Transactions transactions;
    private final AlarmStore store;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Alarms(Transactions transactions, AlarmStore store, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** Raises those that are new, in the open transaction. People are told when it is the first that is open. */
    void raise(OrganizationScope scope, List<Mismatch> mismatches) {
        if (mismatches.isEmpty()) {
            return;
        }
        int open = store.open(scope);
        List<Alarm> raised = new ArrayList<>();
        for (Mismatch mismatch : mismatches) {
            if (open + raised.size() < MOST) {
                store.insert(scope, mismatch, clock.instant()).ifPresent(raised::add);
            }
        }
        ledger.append(
                scope,
                raised.stream().map(alarm -> entry("ledger.raise-alarm", alarm)).toList());
        raised.forEach(alarm ->
                LOG.error("The ledger of {} does not match its tree: {}", scope.organization(), alarm.detail()));
        if (open == 0 && !raised.isEmpty()) {
            events.publishEvent(
                    new AlarmRaised(scope.organization(), raised.getFirst().id()));
        }
    }

    List<Alarm> list(OrganizationScope scope) {
        return store.list(scope, MOST);
    }

    void acknowledge(OrganizationScope scope, Set<UUID> alarms, String reason) {
        transactions.write(scope, () -> {
            List<Alarm> acknowledged = store.acknowledge(scope, alarms, reason, clock.instant());
            if (acknowledged.size() < alarms.size()) {
                throw CommonProblem.NOT_FOUND.because("alarms must all be open alarms of this ledger; "
                        + acknowledged.size() + " of " + alarms.size() + " are");
            }
            ledger.append(
                    scope,
                    acknowledged.stream()
                            .map(alarm ->
                                    entry("ledger.acknowledge-alarm", alarm).because(reason))
                            .toList());
        });
    }

    private static NewEntry entry(String action, Alarm alarm) {
        return NewEntry.of(action, "alarm", alarm.id(), alarm.detail())
                .change(null, Map.of("finding", alarm.finding()));
    }
}
