package io.gatehouse.notifications.deliveries;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sends what is due: at once when it arrives, else when its timer comes round. A destination gets one message after the other
 * from each node, so that a slow one holds up nobody else.
 */
@Configuration(proxyBeanMethods = false)
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration SWEEP_EVERY = Duration.ofHours(6);
    private static final Duration KEPT = Duration.ofDays(30);

    /** Longer than any call lasts. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MOST = 500;
    private static final int AT_ONCE = 16;

    private final Transactions transactions;
    private final MessageStore messages;
    private final DestinationStore destinations;
    private final DeliveryStore deliveries;
    private final WebhookSender sender;
    private final Settling settling;
    private final Clock clock;
    private final Set<UUID> served = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(AT_ONCE);

    Courier(
            Transactions transactions,
            MessageStore messages,
            DestinationStore destinations,
            DeliveryStore deliveries,
            WebhookSender sender,
            Settling settling,
            Clock clock) {
        this.transactions = transactions;
        this.messages = messages;
        this.destinations = destinations;
        this.deliveries = deliveries;
        this.sender = sender;
        this.settling = settling;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> deliveryRounds() {
        return Tasks.recurring("delivery-rounds", FixedDelay.of(EVERY)).execute((_, _) -> round());
    }

    @Bean
    RecurringTask<Void> deliverySweep() {
        return Tasks.recurring("delivery-sweep", FixedDelay.of(SWEEP_EVERY)).execute((_, _) -> sweep());
    }

    /** Something may be due. */
    void wake() {
        Thread.ofVirtual().name("deliveries").start(this::round);
    }

    /** Hands out new messages, and begins to send whatever is due. */
    void round() {
        for (OrganizationId organization : transactions.installation(() -> messages.behind(MOST))) {
            handOut(OrganizationScope.system(organization));
        }
        Instant now = clock.instant();
        for (DestinationStore.Due due : transactions.installation(() -> destinations.due(now, MOST))) {
            if (served.add(due.destination())) {
                Thread.ofVirtual().name("delivery").start(() -> serve(due));
            }
        }
    }

    void sweep() {
        transactions.<Boolean>installation(() -> {
            messages.deleteDoneBefore(clock.instant().minus(KEPT));
            return true;
        });
    }

    private void handOut(OrganizationScope scope) {
        transactions.write(scope, () -> {
            destinations.lockAll(scope);
            messages.place(scope, MOST);
            deliveries.handOut(scope, MOST, clock.instant());
        });
    }

    private void serve(DestinationStore.Due due) {
        OrganizationScope scope = OrganizationScope.system(due.organization());
        free.acquireUninterruptibly();
        try {
            boolean more = true;
            while (more) {
                more = sendNext(scope, due.destination());
            }
        } catch (RuntimeException e) {
            LOG.error("Messages to destination {} could not be sent, trying again", due.destination(), e);
        } finally {
            free.release();
            served.remove(due.destination());
        }
    }

    /** Whether there may be another. */
    private boolean sendNext(OrganizationScope scope, UUID id) {
        Instant now = clock.instant();
        Optional<Destination> destination = transactions
                .read(scope, () -> destinations.find(scope, id))
                .filter(found -> found.state() == Destination.State.ENABLED)
                .filter(found ->
                        found.restingUntil() == null || !found.restingUntil().isAfter(now));
        if (destination.isEmpty()) {
            return false;
        }
        Optional<Delivery.Taken> taken =
                transactions.write(scope, () -> deliveries.take(scope, id, now, now.plus(LEASE)));
        taken.ifPresent(next -> {
            Reply reply = sender.send(scope, destination.get(), next.message());
            settling.settle(scope, destination.get(), next, reply, now);
        });
        return taken.isPresent();
    }
}
