package io.gatehouse.santa.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException.FieldError;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.RuleRef;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.policy.RuleKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What saving a rule would mean, told before it is saved. */
@Component
final class RulePreview {

    /**
     * The outcome of a check.
     *
     * @param normalizedIdentifier as it would be kept; null when it is not valid
     * @param reach devices in the rule's scope; 0 while the scope is not valid
     * @param shadows rules of other scopes for the same type and identifier: on devices that both reach the narrower wins
     * @param cacheable for policy CEL: whether a Mac may remember the result for a file
     */
    record Preview(
            @Nullable String normalizedIdentifier,
            List<FieldError> errors,
            List<String> warnings,
            Devices reach,
            List<RuleRef> shadows,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean cacheable) {}

    /** How many devices. */
    record Devices(long devices) {}

    private final Transactions transactions;
    private final RuleEditing editing;
    private final RuleStore store;
    private final RuleReach reach;

    RulePreview(Transactions transactions, RuleEditing editing, RuleStore store, RuleReach reach) {
        this.transactions = transactions;
        this.editing = editing;
        this.store = store;
        this.reach = reach;
    }

    Preview of(OrganizationScope scope, RuleInput input) {
        return transactions.read(scope, () -> {
            RuleChecks.Checked checked = editing.check(scope, input);
            return new Preview(
                    checked.normalizedIdentifier(),
                    checked.errors(),
                    checked.warnings(),
                    new Devices(devices(scope, input.scope(), checked)),
                    others(scope, input, checked.normalizedIdentifier()),
                    checked.cacheable());
        });
    }

    private long devices(OrganizationScope scope, @Nullable ScopeChoice choice, RuleChecks.Checked checked) {
        boolean valid =
                checked.errors().stream().noneMatch(error -> error.field().equals("scope"));
        return valid && choice != null ? reach.devices(scope.organization(), choice) : 0;
    }

    private List<RuleRef> others(OrganizationScope scope, RuleInput input, @Nullable String identifier) {
        if (identifier == null || input.ruleType() == null) {
            return List.of();
        }
        return store.matching(scope.organization(), List.of(new RuleKey(input.ruleType(), identifier))).stream()
                .filter(other -> !ScopeChoice.of(other.scope()).equals(input.scope()))
                .map(other -> new RuleRef(
                        other.rule().id(), other.scope(), other.rule().draft().policy()))
                .toList();
    }
}
