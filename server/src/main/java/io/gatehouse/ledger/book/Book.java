package io.gatehouse.ledger.book;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Correlation;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.clock.ClockCheck;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The book of every organization. */
@Service
final class Book implements Ledger {

    /** Entries in one statement; bounds the memory that a large change takes. */
    private static final int ENTRIES = 500;

    private final Transactions transactions;
    private final EntryStore store;
    private final EntryReader reader;
    private final Payloads payloads;
    private final ErasedValues erased;
    private final Signals signals;
    private final Clock clock;
    private final ClockCheck clocks;

    Book(
            Transactions transactions,
            EntryStore store,
            EntryReader reader,
            Payloads payloads,
            ErasedValues erased,
            Signals signals,
            Clock clock,
            ClockCheck clocks) {
        this.transactions = transactions;
        this.store = store;
        this.reader = reader;
        this.payloads = payloads;
        this.erased = erased;
        this.signals = signals;
        this.clock = clock;
        this.clocks = clocks;
    }

    @Override
    public void append(OrganizationScope scope, List<NewEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        if (!transactions.isOpen(scope)) {
            throw new IllegalStateException(
                    entries.getFirst().action() + " must be recorded in the transaction of its change");
        }
        clocks.require();
        Instant now = clock.instant();
        String correlation = Correlation.current();
        entries.stream().gather(Gatherers.windowFixed(ENTRIES)).forEach(some -> insert(scope, some, now, correlation));
        announceOnceCommitted(scope, entries.size());
    }

    Page<EntryView> list(OrganizationScope scope, EntryFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        return transactions.read(scope, () -> {
            Page<EntryStore.Row> rows = Page.of(
                    filter.words() == null
                            ? store.list(scope, filter.conditions(), after, limit + 1)
                            : store.search(scope, filter, after, limit + 1),
                    limit,
                    row -> Cursor.of(row.recordedAt(), row.id()));
            return new Page<>(reader.read(scope, rows.items()), rows.next());
        });
    }

    EntryView details(OrganizationScope scope, UUID id) {
        return transactions.read(scope, () -> {
            EntryStore.Row row = store.find(scope, id)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such entry in the ledger"));
            return reader.read(scope, List.of(row))
                    .getFirst()
                    .with(new String(row.canonical(), StandardCharsets.UTF_8), erased.of(scope, row));
        });
    }

    List<String> actions(OrganizationScope scope) {
        return transactions.read(scope, () -> store.actions(scope));
    }

    private void insert(OrganizationScope scope, List<NewEntry> entries, Instant now, String correlation) {
        List<EntryStore.Written> written = entries.stream()
                .map(entry -> written(scope, entry, now, correlation))
                .toList();
        store.insert(scope, now, correlation, written);
        payloads.keep(scope, now, written);
    }

    private static EntryStore.Written written(
            OrganizationScope scope, NewEntry entry, Instant now, String correlation) {
        UUID id = Ids.next();
        return new EntryStore.Written(id, entry, EntryWriter.write(scope, entry, id, now, correlation));
    }

    private void announceOnceCommitted(OrganizationScope scope, int count) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signals.announce(scope.organization(), Signals.Topic.LEDGER, count);
            }
        });
    }
}
