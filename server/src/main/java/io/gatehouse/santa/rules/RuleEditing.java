package io.gatehouse.santa.rules;

import io.gatehouse.identity.People;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.devices.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates, changes and deletes single rules. */
@Component
final class RuleEditing {

    private final Transactions transactions;
    private final RuleStore store;
    private final RuleBook book;
    private final Scopes scopes;
    private final People people;
    private final Clock clock;

    RuleEditing(Transactions transactions, RuleStore store, RuleBook book, Scopes scopes, People people, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.book = book;
        this.scopes = scopes;
        this.people = people;
        this.clock = clock;
    }

    RuleChecks.Checked check(OrganizationScope scope, RuleInput input) {
        return transactions.read(
                scope,
                () -> RuleChecks.check(
                        input,
                        clock.instant(),
                        choice -> scopes.find(scope, choice).isPresent(),
                        person ->
                                !people.permissions(scope, new PersonId(person)).isEmpty()));
    }

    UUID create(OrganizationScope scope, RuleInput input) {
        return transactions.write(scope, () -> {
            StoredRule rule = StoredRule.first(scope, check(scope, input).orThrow(), "", null, now());
            book.apply(scope, List.of(new RuleBook.Change(null, rule)), null);
            return rule.id();
        });
    }

    void update(OrganizationScope scope, UUID id, RuleInput input) {
        transactions.write(scope, () -> {
            StoredRule before = locked(scope, id, input.version());
            RuleDraft draft = check(scope, input).orThrow();
            if (!draft.equals(before.draft())) {
                book.apply(scope, List.of(new RuleBook.Change(before, before.changed(draft, now()))), null);
            }
        });
    }

    void delete(OrganizationScope scope, UUID id, @Nullable Integer version) {
        transactions.write(scope, () -> {
            StoredRule before = locked(scope, id, version);
            book.apply(scope, List.of(new RuleBook.Change(before, null)), null);
        });
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private StoredRule locked(OrganizationScope scope, UUID id, @Nullable Integer version) {
        StoredRule rule = store.lock(scope.organization(), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no rule " + id));
        if (version == null) {
            throw new ProblemException(
                    CommonProblem.INVALID,
                    "version must be given",
                    List.of(new ProblemException.FieldError(
                            "version", "must be the version of the rule that you saw, now " + rule.version())));
        }
        if (version != rule.version()) {
            throw CommonProblem.STALE.because("The rule is at version " + rule.version() + ", you changed version "
                    + version + "; read it again");
        }
        return rule;
    }
}
