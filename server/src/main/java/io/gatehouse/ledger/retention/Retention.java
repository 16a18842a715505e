package io.gatehouse.ledger.retention;

import io.gatehouse.kernel.FreshFactors;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.RetentionClass;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps for how long an organization wants its book. */
@Service
final class Retention {

    private static final int LONGEST_MONTHS = 1_200;

    private final Transactions transactions;
    private final RetentionStore store;
    private final Ledger ledger;
    private final FreshFactors freshFactors;

    Retention(Transactions transactions, RetentionStore store, Ledger ledger, FreshFactors freshFactors) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
        this.freshFactors = freshFactors;
    }

    List<KeptClass> classes(OrganizationScope scope) {
        return transactions.read(scope, () -> List.copyOf(store.classes(scope).values()));
    }

    KeptClass change(OrganizationScope scope, RetentionClass name, @Nullable Integer months) {
        check(name, months);
        Integer present =
                transactions.read(scope, () -> store.months(scope, name)).orElse(null);
        if (months != null && (present == null || months < present)) {
            freshFactors.demand();
        }
        return transactions.write(scope, () -> {
            store.lock();
            Integer before = store.months(scope, name).orElse(null);
            if (!Objects.equals(before, months)) {
                store.keep(scope, name, months);
                ledger.append(
                        scope,
                        NewEntry.of("ledger.change-retention", "retention-class", name, name.name())
                                .change(fields(before), fields(months)));
            }
            return Objects.requireNonNull(store.classes(scope).get(name), "Each class has its figures");
        });
    }

    private static void check(RetentionClass name, @Nullable Integer months) {
        if (!name.isDroppable()) {
            throw ProblemException.invalid("class", "must not be " + name + ", which is kept for ever");
        }
        if (months != null && (months < name.shortestMonths() || months > LONGEST_MONTHS)) {
            throw ProblemException.invalid(
                    "months",
                    "must be " + name.shortestMonths() + " to " + LONGEST_MONTHS + ", or null to keep for ever");
        }
    }

    private static Map<String, @Nullable Object> fields(@Nullable Integer months) {
        return Collections.singletonMap("months", months);
    }
}
