package io.gatehouse.santa.rules;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.devices.ScopeUse;
import io.gatehouse.santa.policy.PolicyPublisher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Rules go with the tag or device that they are for. */
@Component
final class RuleScopes implements ScopeUse {

    private final RuleStore store;
    private final RuleBook book;
    private final PolicyPublisher publisher;

    RuleScopes(RuleStore store, RuleBook book, PolicyPublisher publisher) {
        this.store = store;
        this.book = book;
        this.publisher = publisher;
    }

    @Override
    public Optional<String> use(OrganizationScope scope, ScopeChoice choice) {
        int rules = store.count(scope.organization(), choice);
        return rules == 0 ? Optional.empty() : Optional.of(rules == 1 ? "1 rule" : rules + " rules");
    }

    @Override
    public void scopeGoes(OrganizationScope scope, ScopeChoice choice) {
        List<RuleBook.Change> changes = store.lock(scope.organization(), choice).stream()
                .map(rule -> new RuleBook.Change(rule, null))
                .toList();
        book.apply(scope, changes, "Its " + choice.kind().name().toLowerCase(Locale.ROOT) + " is gone");
    }

    @Override
    public void tagOrderChanged(OrganizationScope scope) {
        publisher.tagOrderChanged(scope);
    }
}
