package io.gatehouse.santa.rules;

import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules as the API shows them. */
@Component
final class RuleViews {

    private static final Rule.Reach UNKNOWN = new Rule.Reach(0, 0);

    private final Transactions transactions;
    private final RuleListStore store;
    private final RuleReach reach;
    private final People people;

    RuleViews(Transactions transactions, RuleListStore store, RuleReach reach, People people) {
        this.transactions = transactions;
        this.store = store;
        this.reach = reach;
        this.people = people;
    }

    Page<Rule> page(OrganizationScope scope, RuleQuery query, String sort, @Nullable String cursor, int limit) {
        return transactions.read(scope, () -> {
            Page<RuleRows.Shown> page = store.page(scope.organization(), query, sort, cursor, limit);
            return new Page<>(rules(scope, page.items()), page.next());
        });
    }

    Rule rule(OrganizationScope scope, UUID id) {
        return transactions.read(scope, () -> {
            RuleRows.Shown shown = store.find(scope.organization(), id)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no rule " + id));
            return rule(shown, owners(scope, List.of(shown)), reach.of(scope.organization(), shown.rule()));
        });
    }

    List<Rule> rules(OrganizationScope scope, Collection<RuleRows.Shown> shown) {
        Map<PersonId, PersonRef> owners = owners(scope, shown);
        Map<UUID, Rule.Reach> reaches = reach.ofList(
                scope.organization(), shown.stream().map(RuleRows.Shown::rule).toList());
        return shown.stream()
                .map(each -> rule(each, owners, reaches.getOrDefault(each.rule().id(), UNKNOWN)))
                .toList();
    }

    private Map<PersonId, PersonRef> owners(OrganizationScope scope, Collection<RuleRows.Shown> shown) {
        List<PersonId> ids = shown.stream()
                .map(each -> each.rule().draft().ownerId())
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : people.refs(scope, ids);
    }

    private static Rule rule(RuleRows.Shown shown, Map<PersonId, PersonRef> owners, Rule.Reach reach) {
        StoredRule rule = shown.rule();
        RuleDraft draft = rule.draft();
        Scope scope = shown.scope();
        return new Rule(
                rule.id(),
                rule.version(),
                draft.ruleType(),
                draft.identifier(),
                draft.policy(),
                RuleInput.orNull(draft.celExpression()),
                scope,
                RuleInput.orNull(draft.customMessage()),
                RuleInput.orNull(draft.customUrl()),
                RuleInput.orNull(draft.buttonLabel()),
                RuleInput.orNull(draft.comment()),
                draft.ownerId() == null ? null : owners.get(new PersonId(draft.ownerId())),
                draft.expiresAt(),
                rule.createdAt(),
                rule.createdBy(),
                rule.updatedAt(),
                RuleInput.orNull(rule.softwareName()),
                rule.requestId(),
                reach);
    }
}
