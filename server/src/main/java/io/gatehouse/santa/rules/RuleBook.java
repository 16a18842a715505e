package io.gatehouse.santa.rules;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Signals;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.santa.AfterCommit;
import io.gatehouse.santa.ChangedFields;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.santa.policy.RuleKey;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The one way by which rules change: the rows, the book and what is published to devices, in the open transaction. */
@Component
final class RuleBook {

    /** Rows in one statement, and entries in memory, of a large import. */
    private static final int ROWS = 5_000;

    private final RuleStore store;
    private final Ledger ledger;
    private final PolicyPublisher publisher;
    private final Signals signals;

    RuleBook(RuleStore store, Ledger ledger, PolicyPublisher publisher, Signals signals) {
        this.store = store;
        this.ledger = ledger;
        this.publisher = publisher;
        this.signals = signals;
    }

    /**
     * One change.
     *
     * @param before the rule as it is, which the caller holds locked; null: there is none
     * @param after the rule as it is to be; null: it is to be deleted
     */
    record Change(@Nullable StoredRule before, @Nullable StoredRule after) {}

    /**
     * Makes all the changes or none.
     *
     * @param reason for the book; null when none was asked for
     * @throws ProblemException CONFLICT when a scope would get two rules for one identifier
     */
    void apply(OrganizationScope scope, List<Change> changes, @Nullable String reason) {
        if (changes.isEmpty()) {
            return;
        }
        write(scope.organization(), changes);
        TreeSet<RuleKey> keys = new TreeSet<>();
        for (Change change : changes) {
            if (change.before() != null) {
                keys.add(change.before().draft().key());
            }
            if (change.after() != null) {
                keys.add(change.after().draft().key());
            }
        }
        chunks(changes)
                .forEach(some -> ledger.append(
                        scope,
                        some.stream()
                                .map(change -> entry(change).because(reason))
                                .toList()));
        AfterCommit.run(() -> signals.announce(scope.organization(), Signals.Topic.RULE, changes.size()));
        publisher.rulesChanged(scope, keys);
    }

    private void write(OrganizationId organization, List<Change> changes) {
        List<StoredRule> gone = changes.stream()
                .filter(change -> change.after() == null)
                .flatMap(change -> Stream.ofNullable(change.before()))
                .toList();
        List<StoredRule> fresh = changes.stream()
                .filter(change -> change.before() == null)
                .flatMap(change -> Stream.ofNullable(change.after()))
                .toList();
        List<StoredRule> changed = changes.stream()
                .filter(change -> change.before() != null)
                .flatMap(change -> Stream.ofNullable(change.after()))
                .toList();
        try {
            if (!gone.isEmpty()) {
                store.delete(organization, gone.stream().map(StoredRule::id).toList());
            }
            chunks(changed).forEach(chunk -> store.update(organization, chunk));
            if (chunks(fresh)
                            .mapToInt(chunk -> store.insert(organization, chunk))
                            .sum()
                    != fresh.size()) {
                throw conflict();
            }
        } catch (DuplicateKeyException e) {
            throw conflict();
        }
    }

    private static <T> Stream<List<T>> chunks(List<T> all) {
        return all.stream().gather(Gatherers.windowFixed(ROWS));
    }

    private static ProblemException conflict() {
        return CommonProblem.CONFLICT.because(
                "The scope has a rule for this type and identifier already; change that rule instead");
    }

    private static NewEntry entry(Change change) {
        StoredRule before = change.before();
        StoredRule after = change.after();
        if (before == null && after != null) {
            return NewEntry.of("rule.create", "rule", after.id(), after.name()).change(null, after.facts());
        }
        if (before != null && after == null) {
            return NewEntry.of("rule.delete", "rule", before.id(), before.name())
                    .change(before.facts(), null);
        }
        if (before == null || after == null) {
            throw new IllegalArgumentException("a change needs a rule");
        }
        ChangedFields fields = ChangedFields.between(before.facts(), after.facts());
        return NewEntry.of("rule.update", "rule", after.id(), after.name()).change(fields.before(), fields.after());
    }
}
