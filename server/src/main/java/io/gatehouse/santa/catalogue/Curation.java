package io.gatehouse.santa.catalogue;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.santa.ChangedFields;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Says what is approved beforehand. What people have taken stays theirs when its entry changes or goes. */
@Component
final class Curation {

    /** Names are searched row by row: so many, and no more. */
    static final int MOST_ENTRIES = 2_000;

    private final Transactions transactions;
    private final CatalogueStore entries;
    private final Ledger ledger;
    private final Clock clock;

    Curation(Transactions transactions, CatalogueStore entries, Ledger ledger, Clock clock) {
        this.transactions = transactions;
        this.entries = entries;
        this.ledger = ledger;
        this.clock = clock;
    }

    Page<CatalogueEntry> list(OrganizationScope scope, @Nullable String text, @Nullable String cursor, int limit) {
        return transactions.read(
                scope,
                () -> Page.of(
                        entries.list(scope, null, text, Cursor.decode(cursor, 2), limit + 1), limit, Curation::cursor));
    }

    static Cursor cursor(CatalogueEntry entry) {
        return Cursor.of(entry.name().toLowerCase(Locale.ROOT), entry.id());
    }

    CatalogueEntry create(OrganizationScope scope, EntryInput input) {
        CatalogueEntry entry = input.checked(Ids.next(), 1, now(), scope.actor().displayName());
        return unique(() -> transactions.write(scope, () -> {
            if (entries.count(scope) >= MOST_ENTRIES) {
                throw CommonProblem.CONFLICT.because("A catalogue has at most " + MOST_ENTRIES + " entries");
            }
            entries.write(scope, entry);
            ledger.append(scope, entry("catalogue.create", entry).change(null, entry.facts()));
            return entry;
        }));
    }

    CatalogueEntry update(OrganizationScope scope, UUID id, EntryInput input) {
        return unique(() -> transactions.write(scope, () -> {
            CatalogueEntry before = locked(scope, id, input.version());
            CatalogueEntry after =
                    input.checked(id, before.version() + 1, now(), scope.actor().displayName());
            entries.write(scope, after);
            ChangedFields fields = ChangedFields.between(before.facts(), after.facts());
            ledger.append(scope, entry("catalogue.update", after).change(fields.before(), fields.after()));
            return after;
        }));
    }

    void remove(OrganizationScope scope, UUID id, @Nullable Integer version) {
        transactions.write(scope, () -> {
            CatalogueEntry before = locked(scope, id, version);
            entries.delete(scope, id);
            ledger.append(scope, entry("catalogue.remove", before).change(before.facts(), null));
        });
    }

    private CatalogueEntry locked(OrganizationScope scope, UUID id, @Nullable Integer version) {
        CatalogueEntry entry = entries.lock(scope, id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such entry in the catalogue"));
        if (version == null) {
            throw ProblemException.invalid("version", "must be the version of the entry that you saw");
        }
        if (version != entry.version()) {
            throw CommonProblem.STALE.because(
                    "The entry is at version " + entry.version() + ", you saw version " + version + "; read it again");
        }
        return entry;
    }

    private static NewEntry entry(String action, CatalogueEntry entry) {
        return NewEntry.of(action, "catalogue", entry.id(), entry.name());
    }

    private static CatalogueEntry unique(Supplier<CatalogueEntry> work) throws ProblemException {
        try {
            return work.get();
        } catch (DuplicateKeyException e) {
            throw CommonProblem.CONFLICT.because("The catalogue names this identifier already; change that entry");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
