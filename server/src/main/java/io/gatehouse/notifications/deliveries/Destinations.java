package io.gatehouse.notifications.deliveries;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Which destinations an organization has. */
@Service
final class Destinations {

    static final int MOST = 20;

    /** Receivers change their secret meanwhile. */
    private static final Duration BOTH_SIGN = Duration.ofHours(24);

    private static final Duration TEST_LEASE = Duration.ofMinutes(2);

    private final Transactions transactions;
    private final DestinationStore store;
    private final MessageStore messages;
    private final DeliveryStore deliveries;
    private final FateStore fates;
    private final WebhookSender sender;
    private final Settling settling;
    private final Courier courier;
    private final Ledger ledger;
    private final Clock clock;

    Destinations(
            Transactions transactions,
            DestinationStore store,
            MessageStore messages,
            DeliveryStore deliveries,
            FateStore fates,
            WebhookSender sender,
            Settling settling,
            Courier courier,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.messages = messages;
        this.deliveries = deliveries;
        this.fates = fates;
        this.sender = sender;
        this.settling = settling;
        this.courier = courier;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<DestinationView> list(OrganizationScope scope) {
        Instant now = clock.instant();
        return transactions.read(scope, () -> store.list(scope)).stream()
                .map(standing -> DestinationView.of(standing, now))
                .toList();
    }

    DestinationView.ShownSecret create(OrganizationScope scope, DestinationDraft draft) {
        DestinationDraft.Read read = draft.read();
        WebhookSecret secret = WebhookSecret.create();
        Destination created = new Destination(
                Ids.next(),
                read.name(),
                read.url(),
                read.types(),
                Destination.State.ENABLED,
                sender.seal(scope, secret),
                null,
                null,
                0,
                null,
                clock.instant());
        transactions.write(scope, () -> {
            check(scope, created.id(), read);
            // What waits for others only came before.
            messages.place(scope, Integer.MAX_VALUE);
            store.insert(scope, created);
            ledger.append(
                    scope,
                    DestinationEntries.of("destination.create", created)
                            .change(null, DestinationEntries.fields(created)));
        });
        return new DestinationView.ShownSecret(created.id(), secret.text());
    }

    void change(OrganizationScope scope, UUID id, DestinationDraft draft) {
        DestinationDraft.Read read = draft.read();
        transactions.write(scope, () -> {
            check(scope, id, read);
            Destination before = find(scope, id);
            store.change(scope, id, read);
            ledger.append(
                    scope,
                    DestinationEntries.of("destination.change", before)
                            .change(DestinationEntries.fields(before), DestinationEntries.fields(find(scope, id))));
        });
        courier.wake();
    }

    void changeState(OrganizationScope scope, UUID id, boolean enabled) {
        Destination.State wanted = enabled ? Destination.State.ENABLED : Destination.State.DISABLED;
        transactions.write(scope, () -> {
            store.lockAll(scope);
            Destination before = find(scope, id);
            if (before.state() != wanted) {
                store.changeState(scope, id, wanted);
                ledger.append(
                        scope,
                        DestinationEntries.of(enabled ? "destination.enable" : "destination.disable", before)
                                .change(Map.of("state", before.state().name()), Map.of("state", wanted.name())));
            }
        });
        courier.wake();
    }

    DestinationView.ShownSecret replaceSecret(OrganizationScope scope, UUID id) {
        WebhookSecret secret = WebhookSecret.create();
        transactions.write(scope, () -> {
            store.lockAll(scope);
            Destination destination = find(scope, id);
            store.replaceSecret(
                    scope, id, sender.seal(scope, secret), clock.instant().plus(BOTH_SIGN));
            ledger.append(scope, DestinationEntries.of("destination.replace-secret", destination));
        });
        return new DestinationView.ShownSecret(id, secret.text());
    }

    void remove(OrganizationScope scope, UUID id) {
        transactions.write(scope, () -> {
            store.lockAll(scope);
            Destination destination = find(scope, id);
            deliveries.giveUp(scope, id, "Its destination was removed", clock.instant());
            store.changeState(scope, id, Destination.State.REMOVED);
            ledger.append(
                    scope,
                    DestinationEntries.of("destination.remove", destination)
                            .change(DestinationEntries.fields(destination), null));
        });
    }

    /** Sends a message there now, whether it rests or not, and answers what became of it. */
    Delivery test(OrganizationScope scope, UUID id) {
        Instant now = clock.instant();
        Message message = new Message(Ids.next(), Message.TEST, id, "/destinations", now);
        Delivery.Taken sent = new Delivery.Taken(Ids.next(), 1, message);
        Destination destination = transactions.write(scope, () -> {
            Destination found = find(scope, id);
            messages.insert(scope, message);
            deliveries.insert(scope, sent.id(), id, message, now.plus(TEST_LEASE));
            return found;
        });
        settling.settle(scope, destination, sent, sender.send(scope, destination, message), now);
        courier.wake();
        return transactions.read(scope, () -> fates.find(scope, sent.id())).orElseThrow();
    }

    private Destination find(OrganizationScope scope, UUID id) {
        return store.find(scope, id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such destination here"));
    }

    private void check(OrganizationScope scope, UUID id, DestinationDraft.Read draft) {
        store.lockAll(scope);
        List<Destination> others = store.list(scope).stream()
                .map(DestinationStore.Standing::destination)
                .filter(other -> !other.id().equals(id))
                .toList();
        if (others.size() >= MOST) {
            throw CommonProblem.CONFLICT.because("An organization has at most " + MOST + " destinations");
        }
        if (others.stream().anyMatch(other -> other.name().equalsIgnoreCase(draft.name()))) {
            throw ProblemException.invalid("name", "must not be that of another destination");
        }
    }
}
