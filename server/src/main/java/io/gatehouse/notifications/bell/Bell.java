package io.gatehouse.notifications.bell;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.notifications.Notification;
import io.gatehouse.notifications.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What concerns each person, and what they have read of it. */
@Service
final class Bell implements Notifications {

    /** Beyond this nobody needs the exact number. */
    static final int MOST_COUNTED = 100;

    private static final Duration KEPT = Duration.ofDays(90);

    private final Transactions transactions;
    private final BellStore store;
    private final Preferences preferences;
    private final Titles titles;
    private final Clock clock;

    Bell(Transactions transactions, BellStore store, Preferences preferences, Titles titles, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.preferences = preferences;
        this.titles = titles;
        this.clock = clock;
    }

    @Override
    public void tell(OrganizationScope scope, Notification notification, Set<PersonId> people) {
        if (!people.isEmpty()) {
            transactions.write(scope, () -> {
                Instant now = clock.instant();
                Function<PersonId, Preference> wanted = preferences.of(scope, people);
                List<BellStore.Told> told = people.stream()
                        .map(person -> told(person, wanted.apply(person), notification.kind(), now))
                        .toList();
                store.insert(scope, notification, told, now);
            });
        }
    }

    private static BellStore.Told told(PersonId person, Preference wanted, Notification.Kind kind, Instant now) {
        return new BellStore.Told(
                person,
                wanted.muted().contains(kind),
                Timing.mailAt(wanted, kind, now).orElse(null));
    }

    @Override
    public int takeBack(OrganizationScope scope, Notification.Kind kind, UUID subject, Set<PersonId> except) {
        return transactions.write(scope, () -> store.delete(scope, kind, subject, except));
    }

    /**
     * One page of somebody's bell.
     *
     * @param unread how many they have not read; 100 stands for as many or more
     */
    record Rung(List<BellView> items, @Nullable String next, int unread) {}

    Rung list(Caller caller, @Nullable String cursor, boolean unread, int limit) {
        OrganizationScope scope = caller.scope();
        PersonId person = caller.person();
        Cursor last = Cursor.decode(cursor, 1);
        return transactions.read(scope, () -> {
            List<BellView> rows = store.list(scope, person, last == null ? null : last.id(0), unread, limit + 1);
            Page<BellView> page = Page.of(titles.add(scope, rows), limit, row -> Cursor.of(row.id()));
            return new Rung(page.items(), page.next(), store.unread(scope, person, MOST_COUNTED));
        });
    }

    void read(Caller caller, UUID id) {
        PersonId person = caller.person();
        if (!transactions.write(caller.scope(), () -> store.read(caller.scope(), person, id, clock.instant()))) {
            throw CommonProblem.NOT_FOUND.because("Nothing with that id concerns you here");
        }
    }

    void readAll(Caller caller, UUID last) {
        PersonId person = caller.person();
        transactions.write(caller.scope(), () -> store.readAll(caller.scope(), person, last, clock.instant()));
    }

    void sweep() {
        transactions.<Boolean>installation(() -> {
            store.deleteBefore(clock.instant().minus(KEPT));
            return true;
        });
    }
}
