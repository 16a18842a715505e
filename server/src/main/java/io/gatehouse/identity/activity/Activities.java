package io.gatehouse.identity.activity;

import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows activity: an organization's to those who look after it, and everybody's own to themselves. */
@Service
final class Activities {

    private final Transactions transactions;
    private final ActivityStore store;
    private final Ledger ledger;

    Activities(Transactions transactions, ActivityStore store, Ledger ledger) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
    }

    Page<Activity> list(OrganizationScope scope, ActivityFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        return transactions.read(
                scope, () -> Page.of(store.list(scope, filter, after, limit + 1), limit, Activities::cursor));
    }

    /** The person's own, as far as the session reaches. */
    Page<Activity> own(SignedIn asking, ActivityFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        return transactions.installation(() -> Page.of(
                store.own(asking.person(), asking.proven().through(), filter, after, limit + 1),
                limit,
                Activities::cursor));
    }

    void recordExport(OrganizationScope scope, String format) {
        transactions.write(
                scope,
                () -> ledger.append(
                        scope,
                        NewEntry.of("activity.export", "activity", scope.organization(), "Activity, " + format)));
    }

    private static Cursor cursor(Activity activity) {
        return Cursor.of(activity.at(), activity.id());
    }
}
