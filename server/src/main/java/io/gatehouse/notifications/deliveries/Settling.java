package io.gatehouse.notifications.deliveries;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.notifications.DestinationFailing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what came back, and decides what follows for the message and for its destination. */
@Component
final class Settling {

    private static final Duration BUSY_PAUSE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final DestinationStore destinations;
    private final DeliveryStore deliveries;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settling(
            Transactions transactions,
            DestinationStore destinations,
            DeliveryStore deliveries,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.destinations = destinations;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    void settle(OrganizationScope scope, Destination destination, Delivery.Taken sent, Reply reply, Instant begun) {
        Instant now = clock.instant();
        int milliseconds = (int) Duration.between(begun, now).toMillis();
        transactions.write(scope, () -> {
            switch (reply) {
                case Reply.Accepted accepted -> {
                    keep(
                            scope,
                            destination,
                            sent,
                            attempt(now, accepted.status(), null, milliseconds),
                            Delivery.State.DELIVERED,
                            null);
                    destinations.rest(scope, destination.id(), 0, null);
                }
                case Reply.Limited limited -> {
                    String problem = "It asks for a pause of " + limited.pause().toSeconds() + " seconds";
                    again(
                            scope,
                            destination,
                            sent,
                            attempt(now, limited.status(), problem, milliseconds),
                            limited.pause());
                    destinations.rest(scope, destination.id(), destination.failures(), now.plus(limited.pause()));
                }
                case Reply.Gone gone -> {
                    Delivery.Attempt last = attempt(now, gone.status(), "It wants no messages any more", milliseconds);
                    keep(scope, destination, sent, last, Delivery.State.DEAD, null);
                    destinations.changeState(scope, destination.id(), Destination.State.DISABLED);
                    ledger.append(scope, DestinationEntries.disabledByItself(destination));
                }
                case Reply.Failed failed -> {
                    again(
                            scope,
                            destination,
                            sent,
                            attempt(now, failed.status(), failed.problem(), milliseconds),
                            Duration.ZERO);
                    int failures = destination.failures() + 1;
                    destinations.rest(
                            scope,
                            destination.id(),
                            failures,
                            Backoff.rest(failures).map(now::plus).orElse(null));
                }
                case Reply.Busy _ -> deliveries.giveBack(scope, sent.id(), now.plus(BUSY_PAUSE));
            }
        });
    }

    /** A test is sent once; everything else again after a pause, of at least so long, until its attempts are used up. */
    private void again(
            OrganizationScope scope,
            Destination destination,
            Delivery.Taken sent,
            Delivery.Attempt attempt,
            Duration atLeast) {
        Optional<Duration> pause = sent.message().type().equals(Message.TEST)
                ? Optional.empty()
                : Backoff.afterAttempt(
                        sent.attempts(), ThreadLocalRandom.current().nextDouble());
        Instant due = pause.map(wait -> wait.compareTo(atLeast) < 0 ? atLeast : wait)
                .map(attempt.at()::plus)
                .orElse(null);
        keep(scope, destination, sent, attempt, due == null ? Delivery.State.DEAD : Delivery.State.WAITING, due);
    }

    private void keep(
            OrganizationScope scope,
            Destination destination,
            Delivery.Taken sent,
            Delivery.Attempt attempt,
            Delivery.State state,
            @Nullable Instant due) {
        deliveries.addAttempt(scope, sent.id(), attempt);
        deliveries.settle(scope, sent.id(), state, attempt, due);
        if (state == Delivery.State.DEAD && !sent.message().type().equals(Message.TEST)) {
            events.publishEvent(new DestinationFailing(scope.organization(), destination.id()));
        }
    }

    private static Delivery.Attempt attempt(
            Instant at, @Nullable Integer status, @Nullable String problem, int milliseconds) {
        return new Delivery.Attempt(at, status, problem, Math.max(milliseconds, 0));
    }
}
