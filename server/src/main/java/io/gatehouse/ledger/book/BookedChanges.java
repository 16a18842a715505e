package io.gatehouse.ledger.book;

import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sql;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Change;
import io.gatehouse.ledger.ChangeQuery;
import io.gatehouse.ledger.Changes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds people's entries in the book. */
@Component
final class BookedChanges implements Changes {

    private final Transactions transactions;
    private final EntryStore store;
    private final EntryReader reader;

    BookedChanges(Transactions transactions, EntryStore store, EntryReader reader) {
        this.transactions = transactions;
        this.store = store;
        this.reader = reader;
    }

    @Override
    public List<Change> list(OrganizationScope scope, ChangeQuery query) {
        return transactions.read(
                scope,
                () -> reader.read(scope, store.list(scope, conditions(query), query.after(), query.limit())).stream()
                        .map(BookedChanges::change)
                        .toList());
    }

    private static Sql.Conditions conditions(ChangeQuery query) {
        return new EntryFilter(query.person(), null, null, null, query.from(), query.to(), null, null)
                .conditions()
                .when(Actor.Type.PERSON.name(), "actor_type = :actorType", "actorType")
                .when(query.except().toArray(String[]::new), "action <> all(:except)", "except");
    }

    private static Change change(EntryView entry) {
        return new Change(
                entry.id(),
                entry.recordedAt(),
                entry.actor(),
                entry.action(),
                entry.object().type(),
                entry.object().name());
    }
}
