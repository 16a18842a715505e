package io.gatehouse.identity.activity;

import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows activity, and changes with it: an organization's to those who look after it, and everybody's own to themselves. */
@Service
final class Activities {

    /** As the database orders them: ids by their digits, which {@link java.util.UUID} itself compares as signed numbers. */
    private static final Comparator<Activity> LATEST_FIRST = Comparator.comparing(Activity::at)
            .thenComparing(activity -> activity.id().toString())
            .reversed();

    private final Transactions transactions;
    private final ActivityStore store;
    private final ActivityChanges changes;
    private final Ledger ledger;

    Activities(Transactions transactions, ActivityStore store, ActivityChanges changes, Ledger ledger) {
        this.transactions = transactions;
        this.store = store;
        this.changes = changes;
        this.ledger = ledger;
    }

    Page<Activity> list(OrganizationScope scope, ActivityFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        return transactions.read(
                scope,
                () -> merged(
                        filter.wantsOthers() ? store.list(scope, filter, after, limit + 1) : List.of(),
                        filter.wantsChanges() ? changes.list(scope, filter, after, limit + 1) : List.of(),
                        limit));
    }

    /** The person's own, as far as the session reaches. */
    Page<Activity> own(SignedIn asking, ActivityFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        List<Activity> others = filter.wantsOthers()
                ? transactions.installation(
                        () -> store.own(asking.person(), asking.proven().through(), filter, after, limit + 1))
                : List.of();
        List<Activity> changed = filter.wantsChanges() ? changes.own(asking, filter, after, limit + 1) : List.of();
        return merged(others, changed, limit);
    }

    void recordExport(OrganizationScope scope, String format) {
        transactions.write(
                scope,
                () -> ledger.append(
                        scope,
                        NewEntry.of("activity.export", "activity", scope.organization(), "Activity, " + format)));
    }

    /** Of each list at most one more than the limit is needed: what both leave out is older than all that is shown. */
    private static Page<Activity> merged(List<Activity> others, List<Activity> changes, int limit) {
        List<Activity> all = Stream.concat(others.stream(), changes.stream())
                .sorted(LATEST_FIRST)
                .limit(limit + 1L)
                .toList();
        return Page.of(all, limit, Activities::cursor);
    }

    private static Cursor cursor(Activity activity) {
        return Cursor.of(activity.at(), activity.id());
    }
}
